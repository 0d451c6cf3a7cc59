package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.ApprovalRequiredException;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs generated adapters as a program does: found by ServiceLoader, called through FunctionTool.
 */
class GeneratedAdapterTest {
  @TempDir static Path output;

  private static final Map<String, FunctionTool> TOOLS = new LinkedHashMap<>();
  private static URLClassLoader loader;

  @BeforeAll
  static void bind() throws ReflectiveOperationException {
    Compiled compiled = Compiled.compile().sources(Path.of("src/test/resources/run")).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    Object owner = loader.loadClass("run.Everything").getConstructor().newInstance();
    for (ToolBinder<?> binder : ServiceLoader.load(ToolBinder.class, loader)) {
      assertThat(binder.level()).isEqualTo(ToolBinder.LEVEL);
      bind(binder, owner);
    }
  }

  @SuppressWarnings("unchecked") // The test knows that there is one owner.
  private static <T> void bind(ToolBinder<T> binder, Object owner) {
    binder.bind((T) owner).forEach(tool -> TOOLS.put(tool.spec().name(), tool));
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @Test
  void toolsComeInTheOrderOfTheirSource() {
    assertThat(TOOLS.keySet())
        .containsExactly(
            "trap", "scalars", "boxes", "absent", "records", "area", "nothing", "none", "fail",
            "output", "pay");
  }

  @Test
  void everyScalarArrivesAsItWasSent() throws Exception {
    String arguments =
        "{\"flag\":true,\"tiny\":-128,\"small\":32767,\"whole\":2147483647,"
            + "\"big\":9223372036854775807,\"single\":1.5,\"twice\":-2.5E-10,\"text\":\"a\\nb\"}";

    PreparedCall call = prepare("scalars", arguments);

    assertThat(run(call))
        .isEqualTo("true -128 32767 2147483647 9223372036854775807 1.5 -2.5E-10 a\nb");
    assertThat(call.arguments()).isEqualTo(arguments);
  }

  @Test
  void boxesTakeWhatTheirPrimitivesTake() throws Exception {
    assertThat(
            run(
                prepare(
                    "boxes",
                    """
                    {"flag": false, "tiny": 1, "small": 2, "whole": 3.0, "big": 4e0,
                     "single": 1, "twice": 2}
                    """)))
        .isEqualTo("10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Optional.empty Optional.empty Optional.empty OUTDOORS [1, 2, 3]"
            + " Guest[name=Ada, phone=Optional.empty, age=2]",
        "{\"tiny\":null,\"area\":null,\"numbers\":null,\"second\":null,\"more\":null,\"guest\":null}"
            + " | Optional.empty Optional.empty Optional.empty OUTDOORS [1, 2, 3]"
            + " Guest[name=Ada, phone=Optional.empty, age=2]",
        "{\"tiny\":1,\"area\":\"INDOORS\",\"numbers\":[],\"second\":\"INDOORS\",\"more\":[],"
            + "\"guest\":{\"name\":\"B\",\"phone\":\"1\",\"age\":null}}"
            + " | Optional[1] Optional[INDOORS] Optional[[]] INDOORS [3]"
            + " Guest[name=B, phone=Optional[1], age=2]"
      })
  void whatIsAbsentOrNullIsEmptyOrTheDefault(String arguments, String expected) throws Exception {
    assertThat(run(prepare("absent", arguments))).isEqualTo(expected);
  }

  @Test
  void recordsGoInAndOutAsTheSameJson() throws Exception {
    String pair =
        "{\"guest\":{\"name\":\"Ada\",\"phone\":\"12\",\"age\":36},"
            + "\"areas\":[\"INDOORS\",\"out-of-doors\"]}";
    String arguments = "{\"the pair\":" + pair + ",\"rows\":[[\"a\"],[]]}";

    PreparedCall call = prepare("records", arguments);

    assertThat(call.arguments()).isEqualTo(arguments);
    assertThat(run(call)).isEqualTo(pair);
  }

  @Test
  void allFaultsOfACallAreReportedAtOnce() {
    assertThatThrownBy(() ->
            prepare(
                "records",
                """
                {"the pair": {"guest": {"name": 1, "fone": "2"}, "areas": ["INDOORS", "BAR"]},
                 "rows": [["a", null], "b"], "more": 1}
                """))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessage(
            """
            6 problems in the arguments of "records":
            - /the pair/guest/name: expected a string; got 1
            - /the pair/guest/fone: unknown field; the fields are "name", "phone", "age"
            - /the pair/areas/1: expected one of "INDOORS", "out-of-doors"; got "BAR"
            - /rows/0/1: must not be null; expected a string
            - /rows/1: expected an array; got "b"
            - /more: unknown field; the fields are "the pair", "rows"
            Call the tool again with all arguments corrected.\
            """);
  }

  @Test
  void missingArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> prepare("records", "{}"))
        .hasMessageContaining("/the pair: missing; expected an object")
        .hasMessageContaining("/rows: missing; expected an array");
    assertThatThrownBy(() -> prepare("boxes", "{}"))
        .hasMessageContaining("/flag: missing; expected true or false")
        .hasMessageContaining("/tiny: missing; expected an integer from -128 to 127")
        .hasMessageContaining("/twice: missing; expected a number");
  }

  @Test
  void aConstructorThatThrowsIsAFaultAtItsObject() {
    assertThatThrownBy(() ->
            prepare(
                "records", "{\"the pair\":{\"guest\":{\"name\":\"\"},\"areas\":[]},\"rows\":[]}"))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("- /the pair/guest: a guest needs a name\n");
  }

  @Test
  void aConstructorDoesNotRunForAnObjectWithFaults() {
    assertThatThrownBy(() ->
            prepare(
                "records",
                "{\"the pair\":{\"guest\":{\"name\":\"\",\"age\":true},\"areas\":[]},\"rows\":[]}"))
        .hasMessageContaining("1 problem in")
        .hasMessageContaining("/the pair/guest/age")
        .hasMessageNotContaining("a guest needs a name");
  }

  @Test
  void aDefaultIsMadeOnlyWhereItIsNeeded() throws Exception {
    assertThat(run(prepare("trap", "{\"trap\":{\"guest\":{\"name\":\"Ada\"}}}"))).isEqualTo("Ada");
    assertThatThrownBy(() -> prepare("trap", "{\"trap\":{}}"))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("- /trap/guest: its default cannot be used (a guest needs a name)");
  }

  @Test
  void numbersOutOfTheirTypeAreFaults() {
    assertThatThrownBy(() ->
            prepare(
                "boxes",
                """
                {"flag": 1, "tiny": 128, "small": -32769, "whole": 2147483648,
                 "big": 9223372036854775808, "single": 1e39, "twice": "2"}
                """))
        .hasMessageStartingWith("7 problems");
  }

  @Test
  void resultsOfEveryKindBecomeText() throws Exception {
    assertThat(run(prepare("area", "{}"))).isEqualTo("\"out-of-doors\"");
    assertThat(run(prepare("output", "{\"attempt\":1}"))).isEqualTo("2");
    assertThat(run(prepare("nothing", "{}"))).isEmpty();
    assertThat(prepare("nothing", "{}").call(anyContext()).observation()).isEqualTo("Done.");
  }

  @Test
  void aToolThatReturnsNullSaysSo() {
    assertThatThrownBy(() -> run(prepare("none", "{}")))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("none returned null");
  }

  @Test
  void checkedExceptionsPass() {
    assertThatThrownBy(() -> run(prepare("fail", "{}")))
        .isInstanceOf(IOException.class)
        .hasMessage("on purpose");
  }

  @Test
  void specSaysWhatTheAnnotationsSay() {
    assertThat(TOOLS.get("pay").spec().requiresApproval()).isTrue();
    assertThat(TOOLS.get("pay").spec().approvalReason()).isEqualTo("spends money");
    assertThat(TOOLS.get("pay").spec().approvalRememberable()).isFalse();
    assertThat(TOOLS.get("area").spec().requiresApproval()).isFalse();
    assertThat(TOOLS.get("area").spec().outputSchema())
        .contains("{\"type\":\"string\",\"enum\":[\"INDOORS\",\"out-of-doors\"]}");
    assertThat(TOOLS.get("area").spec().inputSchema())
        .isEqualTo("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}");
    assertThat(TOOLS.get("none").spec().outputSchema()).isEmpty();
  }

  @Test
  void aPreApprovedContextServesOnce() throws Exception {
    PreparedCall call = prepare("pay", "{\"to\":\"Ada\",\"cents\":5}");
    ToolContext context = ToolContext.preApproved("the test");

    assertThat(call.preview(context)).contains("would pay 5 to Ada");
    assertThat(call.call(context).output()).isEqualTo("paid 5 to Ada");
    assertThatThrownBy(() -> call.call(context)).isInstanceOf(ApprovalRequiredException.class);
  }

  @Test
  void withoutAPreviewMethodThereIsNoPreview() throws Exception {
    assertThat(prepare("area", "{}").preview(anyContext())).isEmpty();
  }

  private static PreparedCall prepare(String tool, String arguments) {
    return TOOLS.get(tool).prepare(arguments);
  }

  private static ToolContext anyContext() {
    return ToolContext.preApproved("the test");
  }

  private static String run(PreparedCall call) throws Exception {
    return call.call(anyContext()).output();
  }
}
