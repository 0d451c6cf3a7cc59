package dev.adze.processor.bfcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.processor.bfcl.BfclDefinition.InvalidCall;
import dev.adze.processor.bfcl.BfclDefinition.ValidCall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong is seen: with the tool, with its schema, and with each sort of call. */
class BfclCheckTest {
  private static final String SOURCE =
      """
      import dev.adze.annotation.Param;
      import dev.adze.annotation.Tool;

      public class Mirror {
        @Tool("Repeats a number.")
        public String mirror(@Param("Any number.") int number) {
          return "[" + number + "]";
        }
      }
      """;
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["number"],
       "properties": {"number": {"type": "integer", "description": "Any number."}}}
      """;
  private static final ValidCall VALID = new ValidCall("{\"number\":7}", "[7]");
  private static final InvalidCall INVALID =
      new InvalidCall("{\"number\":0.5}", "fraction for integer number", "integer");

  @TempDir Path folder;

  @Test
  void aToolThatKeepsItsDefinitionIsCounted() {
    BfclCheck check = check(SOURCE, SCHEMA, VALID, INVALID);

    assertThat(check.wrong()).isEmpty();
    assertThat(check.line()).isEqualTo("bfcl: 1 schemas, 1 calls bound, 1 calls refused, 0 wrong");
  }

  @Test
  void aClassThatDoesNotCompileIsWrong() {
    assertThat(check(SOURCE.replace("int number", "Thread number"), SCHEMA, VALID, INVALID).wrong())
        .singleElement()
        .asString()
        .startsWith("Mirror does not compile:\n    line 6: Parameter \"number\" has type");
  }

  @Test
  void aClassThatCompilesWithLintIsWrong() {
    String raw = SOURCE.replace("{\n  @Tool", "{\n  java.util.List raw;\n\n  @Tool");

    assertThat(check(raw, SCHEMA, VALID, INVALID).wrong())
        .singleElement()
        .asString()
        .startsWith("Mirror compiles with warnings:\n    line 5: ");
  }

  @Test
  void anotherNameOrDescriptionIsWrong() {
    String renamed =
        SOURCE.replace(
            "@Tool(\"Repeats a number.\")", "@Tool(name = \"echo\", value = \"Repeats.\")");

    BfclCheck check = check(renamed, SCHEMA, VALID, INVALID);

    assertThat(check.wrong())
        .containsExactly(
            "Mirror has another schema:\n    name: expected mirror; got echo"
                + "\n    description: expected Repeats a number.; got Repeats.");
    assertThat(check.line()).isEqualTo("bfcl: 0 schemas, 1 calls bound, 1 calls refused, 1 wrong");
  }

  @Test
  void aLooserSchemaIsWrong() {
    assertThat(
            check(
                    SOURCE,
                    SCHEMA.replace("\"integer\",", "\"integer\", \"minimum\": 1,"),
                    VALID,
                    INVALID)
                .wrong())
        .containsExactly(
            "Mirror has another schema:\n    /number/minimum: expected 1; got nothing");
  }

  @Test
  void aValidCallThatBindsToAnotherValueOrToNoneIsWrong() {
    assertThat(check(SOURCE, SCHEMA, new ValidCall("{\"number\":7}", "[8]"), INVALID).wrong())
        .containsExactly(
            "Mirror binds {\"number\":7} to another call:\n    echo: expected [8]; got [7]"
                + "\n    echo of the arguments bound again: expected [8]; got [7]");
    assertThat(check(SOURCE, SCHEMA, new ValidCall("{}", "[7]"), INVALID).wrong())
        .singleElement()
        .asString()
        .startsWith("Mirror does not take {}: ");
  }

  @Test
  void anInvalidCallThatIsTakenOrRefusedForAnotherReasonIsWrong() {
    assertThat(
            check(SOURCE, SCHEMA, VALID, new InvalidCall("{\"number\":7}", "none", "enum")).wrong())
        .containsExactly("Mirror takes none (enum) {\"number\":7} as {\"number\":7}");
    assertThat(
            check(SOURCE, SCHEMA, VALID, new InvalidCall("{\"number\":0.5}", "f", "range")).wrong())
        .singleElement()
        .asString()
        .startsWith(
            "Mirror refuses f (range) {\"number\":0.5} for another reason than OUT_OF_RANGE");
  }

  private BfclCheck check(String source, String schema, ValidCall valid, InvalidCall invalid) {
    BfclCheck check = new BfclCheck(folder);
    check.check(
        new BfclDefinition(
            "Mirror",
            source,
            "mirror",
            "Repeats a number.",
            JsonMapper.shared().readTree(schema),
            List.of(valid),
            List.of(invalid)));
    return check;
  }
}
