package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which strict profiles the processor promises, held against the runtime that keeps the promise.
 */
class StrictProfilesTest {
  private static final List<String> BOTH = List.of("OPENAI_STRICT", "ANTHROPIC_STRICT");

  @Test
  void namesAreThoseOfTheRuntime() {
    assertThat(
            Arrays.stream(SchemaProfile.values())
                .filter(profile -> profile != SchemaProfile.MCP)
                .map(Enum::name))
        .containsExactlyElementsOf(BOTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"string\",\"format\":\"uri\",\"minLength\":1,\"default\":\"a\"}",
        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":2,\"exclusiveMinimum\":0,\"multipleOf\":1}",
        "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"},\"uniqueItems\":true,\"maxItems\":2}",
        "{\"type\":\"string\",\"enum\":[\"a\"],\"title\":\"t\",\"description\":\"d\"}",
        "{\"type\":\"string\",\"const\":\"a\"}",
        "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}",
        "{\"type\":[\"string\",\"null\"],\"contentEncoding\":\"base64\"}",
        "{\"type\":\"object\",\"propertyNames\":{\"enum\":[\"A\",\"B\"]},"
            + "\"additionalProperties\":{\"type\":\"integer\"},\"maxProperties\":1}",
        "{\"type\":\"object\",\"propertyNames\":{\"const\":\"A\",\"description\":\"d\"},"
            + "\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}"
      })
  void whatBothCanSayIsRenderedForBoth(String property) {
    String schema = objectOf(property);

    assertThat(profiles(schema)).isEqualTo(BOTH);
    assertThat(renders(schema)).isEqualTo(BOTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "true",
        "{\"description\":\"anything\"}",
        "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
        "{\"type\":\"object\",\"additionalProperties\":false}",
        "{\"type\":\"object\",\"properties\":{}}",
        "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,"
            + "\"propertyNames\":{\"enum\":[\"A\"]}}",
        "{\"type\":\"object\",\"propertyNames\":{\"pattern\":\"^a\"},"
            + "\"additionalProperties\":{\"type\":\"integer\"}}",
        "{\"type\":\"object\",\"propertyNames\":{\"enum\":[\"A\"]},\"additionalProperties\":{}}",
        "{\"type\":\"array\",\"items\":{}}",
        "{\"type\":\"string\",\"not\":{\"const\":\"a\"}}",
        "{\"anyOf\":[{}]}"
      })
  void whatNeitherCanSayIsRenderedForNone(String property) {
    String schema = objectOf(property);

    assertThat(profiles(schema)).isEmpty();
    assertThat(renders(schema)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":[\"integer\",\"null\"]}",
        "{\"anyOf\":[{\"type\":\"array\",\"items\":{\"type\":\"string\"}},{\"type\":\"null\"}]}"
      })
  void nullWhereAFieldMayBeAbsentIsForAnthropicAlone(String value) {
    String map =
        "{\"type\":\"object\",\"propertyNames\":{\"enum\":[\"A\",\"B\"]},\"additionalProperties\":"
            + value
            + "}";

    assertThat(profiles(objectOf(map))).containsExactly("ANTHROPIC_STRICT");
  }

  @Test
  void recursionIsForOpenAiAlone() {
    String tree =
        """
        {"type":"object","properties":{"root":{"$ref":"#/$defs/%s"}},
         "additionalProperties":false,"$defs":{
           "Tree":{"type":"object","properties":{"leaf":{"$ref":"#/$defs/Leaf"}},
             "additionalProperties":false},
           "Leaf":{"type":"object","properties":{"up":{%s}},"additionalProperties":false}}}
        """;

    assertThat(profiles(tree.formatted("Tree", "\"type\":\"string\""))).isEqualTo(BOTH);
    assertThat(profiles(tree.formatted("Tree", "\"$ref\":\"#/$defs/Tree\"")))
        .containsExactly("OPENAI_STRICT");
    assertThat(profiles(tree.formatted("Tree", "\"$ref\":\"#/$defs/Leaf\"")))
        .containsExactly("OPENAI_STRICT");
  }

  @ParameterizedTest
  @CsvSource({
    "24, true, true",
    "25, true, false",
    "5000, true, false",
    "5001, false, false",
  })
  void optionalPropertiesAndAllPropertiesAreCounted(int count, boolean openAi, boolean anthropic) {
    String schema =
        IntStream.range(0, count)
            .mapToObj(i -> "\"p" + i + "\":{\"type\":\"string\"}")
            .collect(
                Collectors.joining(
                    ",",
                    "{\"type\":\"object\",\"properties\":{",
                    "},\"additionalProperties\":false}"));

    assertThat(profiles(schema).contains("OPENAI_STRICT")).isEqualTo(openAi);
    assertThat(profiles(schema).contains("ANTHROPIC_STRICT")).isEqualTo(anthropic);
  }

  @ParameterizedTest
  @CsvSource({
    "24, 1, true, true",
    "25, 1, true, false",
    "70, 2, true, false",
    "71, 2, false, false",
    "400, 9, false, false"
  })
  void theNamesOfMapsAreCountedAsProperties(
      int count, int maps, boolean openAi, boolean anthropic) {
    String names =
        IntStream.range(0, count).mapToObj(i -> "\"N" + i + "\"").collect(Collectors.joining(","));
    String map = "{\"type\":\"string\"}";
    for (int i = 0; i < maps; i++) {
      map =
          "{\"type\":\"object\",\"propertyNames\":{\"enum\":["
              + names
              + "]},\"additionalProperties\":"
              + map
              + "}";
    }

    assertThat(profiles(objectOf(map)).contains("OPENAI_STRICT")).isEqualTo(openAi);
    assertThat(profiles(objectOf(map)).contains("ANTHROPIC_STRICT")).isEqualTo(anthropic);
  }

  @ParameterizedTest
  @CsvSource({"10, true", "11, false"})
  void depthIsLimited(int depth, boolean fits) {
    String schema = "{\"type\":\"string\"}";
    for (int i = 0; i < depth; i++) {
      schema = objectOf(schema);
    }

    assertThat(profiles(schema)).isEqualTo(fits ? BOTH : List.of());
  }

  @ParameterizedTest
  @CsvSource({"16, true", "17, false"})
  void unionsAreCountedForAnthropic(int count, boolean fits) {
    String properties =
        IntStream.range(0, count)
            .mapToObj(i -> "\"p" + i + "\":{\"type\":[\"string\",\"null\"]}")
            .collect(Collectors.joining(","));
    String schema =
        "{\"type\":\"object\",\"properties\":{" + properties + "},\"additionalProperties\":false}";

    assertThat(profiles(schema).contains("ANTHROPIC_STRICT")).isEqualTo(fits);
    assertThat(profiles(schema)).contains("OPENAI_STRICT");
  }

  @ParameterizedTest
  @CsvSource({
    "250, 100, true",
    "251, 59, true",
    "251, 60, false",
    "1000, 3, true",
    "1001, 3, false"
  })
  void enumsAreCountedForOpenAi(int count, int length, boolean fits) {
    String values =
        IntStream.range(0, count)
            .mapToObj(i -> "\"" + "x".repeat(length) + "\"")
            .collect(Collectors.joining(","));
    String schema = objectOf("{\"type\":\"string\",\"enum\":[" + values + "]}");

    assertThat(profiles(schema).contains("OPENAI_STRICT")).isEqualTo(fits);
    assertThat(profiles(schema)).contains("ANTHROPIC_STRICT");
  }

  @Test
  void namesAndConstantsTogetherAreLimitedForOpenAi() {
    String longName = "n".repeat(119_999);

    assertThat(profiles(objectOf("{\"type\":\"string\",\"const\":\"" + longName + "\"}")))
        .isEqualTo(BOTH);
    assertThat(profiles(objectOf("{\"type\":\"string\",\"const\":\"" + longName + "n\"}")))
        .containsExactly("ANTHROPIC_STRICT");
  }

  private static String objectOf(String property) {
    return "{\"type\":\"object\",\"properties\":{\"p\":"
        + property
        + "},\"required\":[\"p\"],\"additionalProperties\":false}";
  }

  private static List<String> profiles(String schema) {
    return StrictProfiles.of(JsonParser.parse(schema).orElseThrow());
  }

  /** The profiles that the runtime renders, told that it can render all. */
  private static List<String> renders(String schema) {
    ToolSpec spec =
        ToolSpec.builder("any", schema)
            .strictProfiles(SchemaProfile.OPENAI_STRICT, SchemaProfile.ANTHROPIC_STRICT)
            .build();
    return BOTH.stream().filter(profile -> renders(spec, SchemaProfile.valueOf(profile))).toList();
  }

  private static boolean renders(ToolSpec spec, SchemaProfile profile) {
    try {
      spec.inputSchema(profile);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
