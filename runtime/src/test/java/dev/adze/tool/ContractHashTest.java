package dev.adze.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractHashTest {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"maximum\":5}}}";

  private static ToolSpec.Builder spec() {
    return ToolSpec.builder("pay", SCHEMA).description("Pays.");
  }

  static Stream<ToolSpec.Builder> changed() {
    return Stream.of(
        ToolSpec.builder("pay2", SCHEMA).description("Pays."),
        ToolSpec.builder("pay", SCHEMA.replace("5", "6")).description("Pays."),
        spec().title("Pay"),
        spec().description("Pays!"),
        spec().outputSchema("{}"),
        spec().hints(new ToolHints(true, true, false, true)),
        spec().hints(new ToolHints(false, false, false, true)),
        spec().hints(new ToolHints(false, true, true, true)),
        spec().hints(new ToolHints(false, true, false, false)),
        spec().sequential(true),
        spec().timeout(Duration.ofSeconds(1)),
        spec().requiresApproval(""),
        spec().requiresApproval("money"),
        spec().requiresApproval("").approvalRememberable(false));
  }

  @ParameterizedTest
  @MethodSource("changed")
  void everyPartOfTheContractCounts(ToolSpec.Builder changed) {
    assertThat(changed.build().contractHash())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(spec().build().contractHash());
  }

  @Test
  void allChangesAreToldApart() {
    assertThat(changed().map(builder -> builder.build().contractHash())).doesNotHaveDuplicates();
  }

  @Test
  void spellingOfTheSchemaDoesNotCount() {
    String respelled =
        " {\"properties\" : {\"a\":{\"maximum\":5,\"type\":\"int\\u0065ger\"}},\n"
            + "\"type\":\"object\"}\n";

    assertThat(ToolSpec.builder("pay", respelled).description("Pays.").build().contractHash())
        .isEqualTo(spec().build().contractHash());
  }

  /** Not all compilers tell the same order of what they read from class files. */
  @Test
  void orderOfChoicesDoesNotCountAndThatOfValuesDoes() {
    String one =
        "{\"properties\":{\"default\":{\"enum\":[\"a\",\"b\"],\"default\":[1,2]},"
            + "\"enum\":{\"anyOf\":[{\"const\":\"x\"},{\"$ref\":\"#\"}]}}}";

    assertThat(hash(one.replace("\"a\",\"b\"", "\"b\",\"a\""))).isEqualTo(hash(one));
    assertThat(
            hash(
                one.replace(
                    "{\"const\":\"x\"},{\"$ref\":\"#\"}", "{\"$ref\":\"#\"},{\"const\":\"x\"}")))
        .isEqualTo(hash(one));
    assertThat(hash(one.replace("1,2", "2,1"))).isNotEqualTo(hash(one));
    assertThat(hash("{\"const\":{\"enum\":[1,2]}}"))
        .isNotEqualTo(hash("{\"const\":{\"enum\":[2,1]}}"));
  }

  private static String hash(String schema) {
    return ToolSpec.builder("pay", schema).build().contractHash();
  }

  /** Grants and states outlive a program: a hash that another release computes must be this one. */
  @Test
  void isTheSameInEveryProcessAndRelease() {
    ToolSpec spec = spec().title("P\u00e4y \"\ud83d\ude00\"\n").requiresApproval("m").build();

    assertThat(spec.contractHash())
        .isEqualTo("a324afb70eb19a0779531739ffe22d90dd220f60af1b761cec39a26f8435c995");
  }

  @Test
  void strictProfilesDoNotCount() {
    assertThat(spec().strictProfiles(SchemaProfile.OPENAI_STRICT).build().contractHash())
        .isEqualTo(spec().build().contractHash());
  }

  @Test
  void aToolThatWasTightenedHasAnotherContract() {
    FunctionTool tool = FunctionTool.of(spec().build(), (arguments, context) -> ToolOutput.of("x"));

    assertThat(tool.requiringApproval("money").spec().contractHash())
        .isNotEqualTo(tool.spec().contractHash())
        .isEqualTo(spec().requiresApproval("money").build().contractHash());
  }

  @Test
  void aSchemaThatIsNoJsonIsTheTextItIs() {
    List<String> hashes =
        Stream.of("{", "{\"a\":1}}", "{\"a\":1,}", "[".repeat(10_000))
            .map(schema -> ToolSpec.builder("pay", schema).build().contractHash())
            .toList();

    assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
  }
}
