package dev.adze.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical schemas in the words of each provider, held against what was written by hand. */
class SchemaRenderingTest {
  private static final SchemaProfile OPENAI = SchemaProfile.OPENAI_STRICT;
  private static final SchemaProfile ANTHROPIC = SchemaProfile.ANTHROPIC_STRICT;

  private static final String BOOKING =
      compact(
          """
          {"type":"object","properties":{
            "guests":{"type":"integer","description":"how many","minimum":1,"maximum":8},
            "day":{"type":"string","format":"date"},
            "site":{"type":"string","format":"uri"},
            "area":{"type":"string","enum":["INDOORS","out-of-doors"]},
            "name":{"type":"string","description":"a \\"name\\"","minLength":1,"maxLength":40},
            "wishes":{"type":"array","items":{"type":"string"},"maxItems":3,"uniqueItems":true},
            "guest":{"type":"object","description":"who","properties":{
              "phone":{"type":"string","pattern":"^[0-9]+$"}},
              "additionalProperties":false},
            "language":{"type":"string","default":"en"},
            "shape":{"oneOf":[
              {"type":"object","properties":{"kind":{"type":"string","const":"round"}},
               "required":["kind"],"additionalProperties":false}]}},
          "required":["guests","day","name"],"additionalProperties":false}
          """);

  @Test
  void mcpTakesTheSchemaAsItStands() {
    assertThat(SchemaRendering.render(BOOKING, SchemaProfile.MCP)).isSameAs(BOOKING);
  }

  @Test
  void openAiRequiresEverythingAndAllowsNullForWhatMayBeAbsent() {
    assertThat(SchemaRendering.render(BOOKING, OPENAI))
        .isEqualTo(
            compact(
                """
                {"type":"object","properties":{
                  "guests":{"type":"integer","description":"how many","minimum":1,"maximum":8},
                  "day":{"type":"string","format":"date"},
                  "site":{"type":["string","null"],"description":"{format: \\"uri\\"}"},
                  "area":{"type":["string","null"],"enum":["INDOORS","out-of-doors",null]},
                  "name":{"type":"string","description":"a \\"name\\"\\n\\n{minLength: 1, maxLength: 40}"},
                  "wishes":{"description":"{uniqueItems: true}","anyOf":[
                    {"type":"array","items":{"type":"string"},"maxItems":3},
                    {"type":"null"}]},
                  "guest":{"description":"who","anyOf":[
                    {"type":"object","properties":{
                      "phone":{"type":["string","null"],"pattern":"^[0-9]+$"}},
                      "required":["phone"],"additionalProperties":false},
                    {"type":"null"}]},
                  "language":{"type":["string","null"],"description":"{default: \\"en\\"}"},
                  "shape":{"anyOf":[
                    {"type":"object","properties":{"kind":{"type":"string","const":"round"}},
                     "required":["kind"],"additionalProperties":false},
                    {"type":"null"}]}},
                "required":["guests","day","site","area","name","wishes","guest","language","shape"],
                "additionalProperties":false}
                """));
  }

  @Test
  void anthropicKeepsWhatIsOptionalAndMovesBounds() {
    assertThat(SchemaRendering.render(BOOKING, ANTHROPIC))
        .isEqualTo(
            compact(
                """
                {"type":"object","properties":{
                  "guests":{"type":"integer","description":"how many\\n\\n{minimum: 1, maximum: 8}"},
                  "day":{"type":"string","format":"date"},
                  "site":{"type":"string","format":"uri"},
                  "area":{"type":"string","enum":["INDOORS","out-of-doors"]},
                  "name":{"type":"string","description":"a \\"name\\"\\n\\n{minLength: 1, maxLength: 40}"},
                  "wishes":{"type":"array","items":{"type":"string"},"description":"{maxItems: 3, uniqueItems: true}"},
                  "guest":{"type":"object","description":"who","properties":{
                    "phone":{"type":"string","description":"{pattern: \\"^[0-9]+$\\"}"}},
                    "additionalProperties":false},
                  "language":{"type":"string","description":"{default: \\"en\\"}"},
                  "shape":{"anyOf":[
                    {"type":"object","properties":{"kind":{"type":"string","const":"round"}},
                     "required":["kind"],"additionalProperties":false}]}},
                "required":["guests","day","name"],"additionalProperties":false}
                """));
  }

  @Test
  void aMapWhoseNamesAreKnownIsAnObject() {
    String seats =
        compact(
            """
            {"type":"object","properties":{"seats":{"type":"object","description":"how many",
              "propertyNames":{"description":"- BAR: no chairs","enum":["BAR","HALL"]},
              "additionalProperties":{"type":"integer","minimum":0},"minProperties":1}},
            "required":["seats"],"additionalProperties":false}
            """);

    assertThat(SchemaRendering.render(seats, OPENAI))
        .isEqualTo(
            compact(
                """
                {"type":"object","properties":{"seats":{"type":"object",
                  "description":"how many\\n\\n- BAR: no chairs\\n\\n{minProperties: 1}",
                  "additionalProperties":false,"properties":{
                    "BAR":{"type":["integer","null"],"minimum":0},
                    "HALL":{"type":["integer","null"],"minimum":0}},"required":["BAR","HALL"]}},
                "required":["seats"],"additionalProperties":false}
                """));
    assertThat(SchemaRendering.render(seats, ANTHROPIC))
        .contains("\"properties\":{\"BAR\":{\"type\":\"integer\",\"description\":\"{minimum: 0}\"}")
        .contains("\"required\":[\"seats\"]")
        .doesNotContain("BAR\"]");
    assertThat(
            SchemaRendering.render(
                seats.replace("\"enum\":[\"BAR\",\"HALL\"]", "\"const\":\"BAR\""), ANTHROPIC))
        .contains("\"properties\":{\"BAR\":{")
        .doesNotContain("HALL");
  }

  @Test
  void definitionsAreRenderedAndReferencesStandAlone() {
    String tree =
        compact(
            """
            {"type":"object","properties":{
              "root":{"$ref":"#/$defs/Tree","description":"where to begin"}},
             "additionalProperties":false,
             "$defs":{"Tree":{"type":"object","properties":{
               "left":{"$ref":"#/$defs/Tree"}},"additionalProperties":false}}}
            """);

    assertThat(SchemaRendering.render(tree, OPENAI))
        .isEqualTo(
            compact(
                """
                {"type":"object","properties":{
                  "root":{"description":"where to begin","anyOf":[
                    {"$ref":"#/$defs/Tree"},{"type":"null"}]}},
                 "required":["root"],"additionalProperties":false,
                 "$defs":{"Tree":{"type":"object","properties":{
                   "left":{"anyOf":[{"$ref":"#/$defs/Tree"},{"type":"null"}]}},
                   "required":["left"],"additionalProperties":false}}}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"minItems\":1} | {\"minItems\":1}",
        "{\"minItems\":2} | {\"description\":\"{minItems: 2}\"}",
        "{\"multipleOf\":5} | {\"description\":\"{multipleOf: 5}\"}",
        "{\"exclusiveMinimum\":0} | {\"description\":\"{exclusiveMinimum: 0}\"}",
        "{\"format\":\"ipv6\"} | {\"format\":\"ipv6\"}",
        "{\"contentEncoding\":\"base64\"} | {\"description\":\"{contentEncoding: \\\"base64\\\"}\"}"
      })
  void anthropicKeepsFewKeywords(String given, String expected) {
    assertThat(SchemaRendering.render(withType(given), ANTHROPIC)).isEqualTo(withType(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"minItems\":2,\"maxItems\":3} | {\"minItems\":2,\"maxItems\":3}",
        "{\"multipleOf\":5} | {\"multipleOf\":5}",
        "{\"exclusiveMaximum\":0} | {\"exclusiveMaximum\":0}",
        "{\"maxLength\":5} | {\"description\":\"{maxLength: 5}\"}",
        "{\"contentEncoding\":\"base64\"} | {\"description\":\"{contentEncoding: \\\"base64\\\"}\"}"
      })
  void openAiKeepsBoundsOfNumbersAndArrays(String given, String expected) {
    assertThat(SchemaRendering.render(withType(given), OPENAI)).isEqualTo(withType(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | a value may be anything",
        "{\"type\":\"object\"} | fields that it does not name",
        "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}} | fields that it does",
        "{\"type\":\"object\",\"additionalProperties\":false} | has no \"properties\"",
        "{\"type\":\"object\",\"propertyNames\":{\"enum\":[\"A\"]},\"properties\":{},"
            + "\"additionalProperties\":false} | the keyword \"propertyNames\"",
        "{\"type\":\"string\",\"not\":{\"const\":\"x\"}} | the keyword \"not\"",
        "{\"allOf\":[],\"type\":\"string\"} | the keyword \"allOf\"",
        "{\"type\":\"array\",\"items\":{}} | a value may be anything",
        "{\"type\":\"array\",\"items\":true} | well-formed",
        "{\"type\":\"string\" | well-formed"
      })
  void whatAProfileCannotSayIsRefused(String schema, String why) {
    for (SchemaProfile profile : new SchemaProfile[] {OPENAI, ANTHROPIC}) {
      assertThatThrownBy(() -> SchemaRendering.render(schema, profile))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(why);
    }
  }

  @Test
  void aStrictSchemaNeedsNotSayInWhichLanguageItIs() {
    String schema =
        "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"type\":\"object\","
            + "\"properties\":{},\"additionalProperties\":false}";

    assertThat(SchemaRendering.render(schema, SchemaProfile.OPENAI_STRICT))
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{},\"required\":[],"
                + "\"additionalProperties\":false}");
    assertThat(SchemaRendering.render(schema, SchemaProfile.MCP)).isEqualTo(schema);
  }

  @Test
  void aDescriptionOfAToolSaysWhatItSupportsAndRendersOnce() {
    ToolSpec spec = ToolSpec.builder("book", BOOKING).strictProfiles(ANTHROPIC).build();

    assertThat(spec.supports(SchemaProfile.MCP)).isTrue();
    assertThat(spec.supports(ANTHROPIC)).isTrue();
    assertThat(spec.supports(OPENAI)).isFalse();
    assertThat(spec.inputSchema(SchemaProfile.MCP)).isEqualTo(BOOKING);
    assertThat(spec.inputSchema(ANTHROPIC))
        .isSameAs(spec.inputSchema(ANTHROPIC))
        .isEqualTo(SchemaRendering.render(BOOKING, ANTHROPIC));
    assertThat(spec.toBuilder().build()).isEqualTo(spec);
    assertThat(spec.toBuilder().strictProfiles().build()).isNotEqualTo(spec);
    assertThatThrownBy(() -> spec.inputSchema(OPENAI))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"book\" cannot be rendered for OPENAI_STRICT");
  }

  private static String withType(String members) {
    return "{\"type\":\"array\",\"items\":{\"type\":\"string\"}," + members.substring(1);
  }

  /** JSON without line breaks and the spaces that follow them. */
  private static String compact(String json) {
    return json.replaceAll("\\n\\s*", "");
  }
}
