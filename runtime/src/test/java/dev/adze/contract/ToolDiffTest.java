package dev.adze.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.internal.JsonTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks a contract and what does not: the whole table. */
class ToolDiffTest {
  private static final String DEFAULTS =
      "'hints':{'readOnly':false,'destructive':true,'idempotent':false,'openWorld':true},";

  /** A tool, its parts in the order of the columns. */
  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "'title':'a'            | 'title':'b'            | compatible /title",
        "'description':'a'      | 'description':'b'      | compatible /description",
        "'sequential':false     | 'sequential':true      | compatible /sequential",
        "'timeout':'PT1S'       | 'timeout':'PT2S'       | compatible /timeout",
        "'a':1                  | 'outputSchema':{}      | compatible /outputSchema",
        "'outputSchema':{}      | 'a':1                  | breaking /outputSchema",
        "'a':1 | 'approval':{'reason':'','rememberable':true} | compatible /approval",
        "'approval':{'reason':'','rememberable':true} | 'a':1 | breaking /approval",
        "'approval':{'reason':'a','rememberable':true}"
            + "| 'approval':{'reason':'b','rememberable':true}"
            + "| compatible /approval/reason",
        "'approval':{'reason':'','rememberable':true}"
            + "| 'approval':{'reason':'','rememberable':false}"
            + "| compatible /approval/rememberable",
        "'approval':{'reason':'','rememberable':false}"
            + "| 'approval':{'reason':'','rememberable':true}"
            + "| breaking /approval/rememberable",
        "'hints':{'readOnly':true}     | 'hints':{'readOnly':false}    | breaking /hints/readOnly",
        "'hints':{'readOnly':false}    | 'hints':{'readOnly':true}     | compatible /hints/readOnly",
        "'hints':{'destructive':false} | 'hints':{'destructive':true}  | breaking /hints/destructive",
        "'hints':{'destructive':true}  | 'hints':{'destructive':false} |"
            + "compatible /hints/destructive",
        "'hints':{'idempotent':true}   | 'hints':{'idempotent':false}  | breaking /hints/idempotent",
        "'hints':{'idempotent':false}  | 'hints':{'idempotent':true}   |"
            + "compatible /hints/idempotent",
        "'hints':{'openWorld':false}   | 'hints':{'openWorld':true}    | breaking /hints/openWorld",
        "'hints':{'openWorld':true}    | 'hints':{'openWorld':false}   |"
            + "compatible /hints/openWorld",
      })
  void ofATool(String before, String now, String expected) {
    assertThat(found(ToolDiff.changes("O", "t", tool(before), tool(now))))
        .containsExactly(expected);
  }

  /** Two schemas of one argument; of a result the opposite breaks, unless a fourth column says. */
  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'integer'                 | 'type':'number'                  | wider /type",
        "'type':'number'                  | 'type':'integer'                 | narrower /type",
        "'type':'string'                  | 'type':['string','null']         | wider /type",
        "'type':['string','null']         | 'type':'string'                  | narrower /type",
        "'type':'string'                  | 'type':'integer'                 | different /type",
        "'type':'string'                  | 'title':'x','type':'string'      | wording /title",
        "'type':'string'                  |                                  | wider /type",
        "                                 | 'type':'string'                  | narrower /type",
        "'enum':['a','b']                 | 'enum':['a','b','c']             | wider /enum",
        "'enum':['a','b']                 | 'enum':['a']                     | narrower /enum",
        "'enum':['a','b']                 | 'const':'a'                      | narrower /const",
        "'const':'a'                      | 'enum':['a','b']                 | wider /enum",
        "'type':'string'                  | 'type':'string','enum':['a']     | narrower /enum",
        "'type':'string','enum':['a']     | 'type':'string'                  | wider /enum",
        "'enum':['a','b']                 | 'enum':['b','a']                 | nothing",
        "'type':['string','null'],'enum':['a',null] | 'type':['string','null'],'enum':['a'] |"
            + "narrower /type",
        "'minimum':1                      | 'minimum':2                      | narrower /minimum",
        "'minimum':2                      | 'minimum':1                      | wider /minimum",
        "'minimum':1                      | 'minimum':1.0                    | nothing",
        "'minimum':1                      |                                  | wider /minimum",
        "                                 | 'minimum':1                      | narrower /minimum",
        "'minimum':1                      | 'exclusiveMinimum':1             |"
            + "narrower /exclusiveMinimum",
        "'exclusiveMinimum':1             | 'minimum':1                      | wider /minimum",
        "'exclusiveMinimum':1             | 'minimum':2                      | narrower /minimum",
        "'maximum':9                      | 'maximum':5                      | narrower /maximum",
        "'maximum':5                      | 'maximum':9                      | wider /maximum",
        "'maximum':5                      | 'exclusiveMaximum':5             |"
            + "narrower /exclusiveMaximum",
        "'multipleOf':2                   | 'multipleOf':4                   | narrower /multipleOf",
        "'multipleOf':4                   | 'multipleOf':2                   | wider /multipleOf",
        "'multipleOf':2                   | 'multipleOf':3                   | different /multipleOf",
        "'multipleOf':2                   |                                  | wider /multipleOf",
        "'minLength':1                    | 'minLength':2                    | narrower /minLength",
        "'maxLength':1                    | 'maxLength':2                    | wider /maxLength",
        "'minItems':1                     |                                  | wider /minItems",
        "'maxItems':1                     |                                  | wider /maxItems",
        "                                 | 'minProperties':1                | narrower /minProperties",
        "                                 | 'maxProperties':1                | narrower /maxProperties",
        "                                 | 'pattern':'a'                    | narrower /pattern",
        "'pattern':'a'                    |                                  | wider /pattern",
        "'pattern':'a'                    | 'pattern':'b'                    | different /pattern",
        "'format':'date'                  | 'format':'time'                  | different /format",
        "                                 | 'uniqueItems':true               | narrower /uniqueItems",
        "'uniqueItems':true               |                                  | wider /uniqueItems",
        "'contentEncoding':'base64'       | 'contentEncoding':'base32'       |"
            + "different /contentEncoding",
        "'items':{'maximum':1}            | 'items':{'maximum':2}            | wider /items/maximum",
        "'propertyNames':{'enum':['a']}   | 'propertyNames':{'enum':['b','a']} |"
            + "wider /propertyNames/enum",
        "'additionalProperties':{'type':'string'} | 'additionalProperties':false |"
            + "narrower /additionalProperties",
        "'additionalProperties':false     |                                  |"
            + "wider /additionalProperties",
        "'additionalProperties':{'maximum':1} | 'additionalProperties':{'maximum':2} |"
            + "wider /additionalProperties/maximum",
        "'if':{}                          | 'if':{'type':'string'}           | different /if",
        "'description':'a'                | 'description':'b'                | wording /description",
        "'type':'string'                  | 'anyOf':[{'type':'string'},{'type':'null'}] |"
            + "wider /anyOf",
        "'anyOf':[{'type':'string'},{'type':'null'}] | 'type':'string'       | narrower /anyOf",
        "'anyOf':[{'type':'null'},{'type':'string'}] |"
            + "'anyOf':[{'type':'string','maxLength':3},{'type':'null'}] |"
            + "narrower /anyOf/0/maxLength",
      })
  void ofASchema(String before, String now, String expected) {
    String found = expected.replaceAll("wider|different|wording|narrower", "?");
    assertThat(found(arguments(schema(before), schema(now))))
        .isEqualTo(
            verdicts(expected, "breaking", "compatible", found, "/inputSchema/properties/p"));
    assertThat(found(result(schema(before), schema(now))))
        .isEqualTo(verdicts(expected, "compatible", "breaking", found, "/outputSchema"));
  }

  private static List<String> verdicts(
      String expected, String narrower, String wider, String found, String root) {
    if (expected.equals("nothing")) {
      return List.of();
    }
    String verdict =
        switch (expected.substring(0, expected.indexOf(' '))) {
          case "narrower" -> narrower;
          case "wider" -> wider;
          case "different" -> "breaking";
          default -> "compatible";
        };
    return List.of(found.replace("? ", verdict + " " + root));
  }

  /** The properties of an object; those whose names begin with r are required. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      value = {
        "'a':{}      | 'a':{},'b':{}  |  | compatible /b | compatible /b",
        "'a':{}      | 'a':{},'b':{}  | b | breaking /b | compatible /b",
        "'a':{},'b':{} | 'a':{}       |  | breaking /b | breaking /b",
        "'a':{}      | 'a':{}         | a | breaking /a | compatible /a",
        "'r':{}      | 'r':{}         |  | compatible /r | breaking /r",
        "'r':{}      | 'r':{'default':1} |  | compatible /r | breaking /r",
        "'a':{}      | 'a':{'default':1} |  | breaking /a/default | breaking /a/default",
        "'a':{'default':1} | 'a':{'default':2} |  | breaking /a/default | breaking /a/default",
        "'a/b':{'maximum':1} | 'a/b':{'maximum':2} |  |"
            + "compatible /a~1b/maximum | breaking /a~1b/maximum",
      })
  void ofProperties(
      String before, String now, String required, String ofArguments, String ofResult) {
    JsonTree.Members old =
        json(
            "'properties':{"
                + before
                + "},'required':["
                + (before.contains("r") ? "'r'" : "")
                + "]");
    String names = required == null ? "" : "'" + required + "'";
    JsonTree.Members schema = json("'properties':{" + now + "},'required':[" + names + "]");

    assertThat(found(changes(Side.ARGUMENTS, old, schema)))
        .containsExactly(ofArguments.replace(" /", " /properties/"));
    assertThat(found(changes(Side.RESULT, old, schema)))
        .containsExactly(ofResult.replace(" /", " /properties/"));
  }

  @Test
  void branchesAreKnownByTheirDiscriminatorWhateverTheirOrder() {
    String circle =
        "{'properties':{'kind':{'const':'circle'},'r':{'maximum':%d}},'required':['r']}";
    String square = "{'properties':{'kind':{'const':'square'}}}";
    String line = "{'properties':{'kind':{'const':'line'}}}";
    JsonTree.Members before = json("'anyOf':[" + circle.formatted(5) + "," + square + "]");
    JsonTree.Members now = json("'anyOf':[" + line + "," + circle.formatted(4) + "]");

    assertThat(changes(Side.ARGUMENTS, before, now).stream().map(Change::toString))
        .containsExactly(
            "breaking: O \"t\" /anyOf/1/properties/r/maximum: was 5, is 4",
            "breaking: O \"t\" /anyOf: no longer \"kind\": \"square\"",
            "compatible: O \"t\" /anyOf: also \"kind\": \"line\"");
  }

  @Test
  void definitionsThatContainThemselvesAreComparedOnce() {
    String tree =
        "'properties':{'root':{'$ref':'#/$defs/Node'},'other':{'$ref':'#/$defs/Node',"
            + "'description':'x'}},'$defs':{'Node':{'properties':{'next':{'$ref':'#/$defs/Node'},"
            + "'value':{'maximum':%d}}}}";

    assertThat(found(changes(Side.ARGUMENTS, json(tree.formatted(5)), json(tree.formatted(4)))))
        .containsExactly("breaking /$defs/Node/properties/value/maximum");
  }

  @Test
  void aTypeThatIsWrittenOutInPlaceOfADefinitionIsTheSame() {
    JsonTree.Members defined =
        json("'properties':{'a':{'$ref':'#/$defs/T'}},'$defs':{'T':{'type':'string'}}");
    JsonTree.Members writtenOut = json("'properties':{'a':{'type':'string'}}");

    assertThat(changes(Side.ARGUMENTS, defined, writtenOut)).isEmpty();
    assertThat(changes(Side.ARGUMENTS, writtenOut, defined)).isEmpty();
  }

  /** Who reads the map takes the new member for one of its entries. */
  @Test
  void aMapThatGetsAMemberIsComparedWithItsEntries() {
    String map = "'additionalProperties':{'type':'string'}";
    JsonTree.Members before = json(map);
    JsonTree.Members now = json(map + ",'properties':{'size':{'type':'integer'}}");

    assertThat(found(changes(Side.RESULT, before, now)))
        .containsExactly("compatible /properties/size", "breaking /properties/size/type");
  }

  @Test
  void saysWhatWasAndWhatIs() {
    assertThat(arguments(schema("'maximum':20"), schema("'maximum':10")))
        .singleElement()
        .hasToString("breaking: O \"t\" /inputSchema/properties/p/maximum: was 20, is 10");
  }

  private static List<Change> arguments(String before, String now) {
    return ToolDiff.changes("O", "t", input(before), input(now));
  }

  private static JsonTree.Members input(String schema) {
    return tool(
        "'inputSchema':{'type':'object','properties':{'p':" + schema + "},'required':['p']}");
  }

  private static List<Change> result(String before, String now) {
    return ToolDiff.changes(
        "O", "t", tool("'outputSchema':" + before), tool("'outputSchema':" + now));
  }

  private static List<Change> changes(Side side, JsonTree.Members before, JsonTree.Members now) {
    Findings findings = new Findings("O", "t");
    SchemaDiff.compare(side, "", before, now, findings);
    return findings.changes();
  }

  private static String schema(String members) {
    return "{" + (members == null ? "" : members) + "}";
  }

  private static JsonTree.Members tool(String members) {
    return json((members.contains("'hints'") ? "" : DEFAULTS) + members);
  }

  private static JsonTree.Members json(String members) {
    return (JsonTree.Members) JsonTree.parse(("{" + members + "}").replace('\'', '"'));
  }

  private static List<String> found(List<Change> changes) {
    return changes.stream()
        .map(change -> (change.breaking() ? "breaking " : "compatible ") + change.pointer())
        .toList();
  }
}
