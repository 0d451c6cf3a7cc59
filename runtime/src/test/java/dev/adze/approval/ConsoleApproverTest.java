package dev.adze.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConsoleApproverTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final FakeTerminal terminal = new FakeTerminal();
  private final Approver approver = new ConsoleApprover(terminal);

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "  yes  "})
  void aClearYesApproves(String line) throws Exception {
    terminal.type(line);
    assertThat(approver.decide(request("{}"))).isEqualTo(Decision.approve());
  }

  @Test
  void aNoDeniesAndItsReasonReachesTheModelAsItWasTyped() throws Exception {
    terminal.type("n  ask Ada first,  please ");
    assertThat(approver.decide(request("{}"))).isEqualTo(Decision.deny("ask Ada first,  please"));
    terminal.type("no");
    assertThat(approver.decide(request("{}")))
        .isEqualTo(Decision.deny("The person at the terminal said no."));
  }

  @Test
  void anythingElseIsAskedAgain() throws Exception {
    terminal.type("");
    terminal.type("maybe");
    terminal.type("yes, but only this once");
    terminal.type("n");
    assertThat(approver.decide(request("{}"))).isInstanceOf(Decision.Denied.class);
    assertThat(terminal.screen().split("none of these answers", -1)).hasSize(4);
  }

  @Test
  void alwaysGrantsTheToolForTheSession() throws Exception {
    ApprovalRequest request = request("{\"n\":1}");
    terminal.type("a");
    assertThat(approver.decide(request))
        .isEqualTo(
            Decision.approveAlways(Grant.of(request, ArgumentMatch.any(), Grant.Scope.SESSION)));
    assertThat(terminal.screen()).contains("a = yes, and always for this tool");
  }

  @Test
  void alwaysIsNeitherOfferedNorTakenWhereTheToolDoesNotAllowIt() throws Exception {
    ToolSpec tool =
        ToolSpec.builder("book", "{}").requiresApproval("").approvalRememberable(false).build();
    terminal.type("a");
    terminal.type("y");
    assertThat(
            approver.decide(
                new ApprovalRequest("run", "agent", "call", tool, "{}", Optional.empty(), "")))
        .isEqualTo(Decision.approve());
    assertThat(terminal.screen()).contains("none of these answers").doesNotContain("always");
  }

  @Test
  void otherArgumentsAreTakenOnceTheyAreAnObject() throws Exception {
    terminal.type("e");
    terminal.type("[1]");
    terminal.type("{\"n\": 2} {");
    terminal.type(" {\"n\": 2} ");
    assertThat(approver.decide(request("{\"n\":1}"))).isEqualTo(Decision.approveWith("{\"n\": 2}"));
    assertThat(terminal.screen().split("not one JSON object", -1)).hasSize(3);
  }

  @Test
  void anEditCanBeLeftAndTheEndOfTheInputInItDenies() throws Exception {
    terminal.type("e");
    terminal.type("");
    terminal.type("n");
    assertThat(approver.decide(request("{}")))
        .isEqualTo(Decision.deny("The person at the terminal said no."));
    terminal.type("e");
    terminal.end();
    assertThat(approver.decide(request("{}"))).isInstanceOf(Decision.Denied.class);
  }

  @Test
  void theEndOfTheInputDenies() throws Exception {
    terminal.end();
    assertThat(approver.decide(request("{}")))
        .isEqualTo(Decision.deny("The terminal's input ended before the person had answered."));
  }

  @Test
  void noTerminalDeniesWithoutAskingAnything() throws Exception {
    terminal.interactive = false;
    terminal.type("y");
    assertThat(approver.decide(request("{}"))).isInstanceOf(Decision.Denied.class);
    assertThat(terminal.screen()).isEmpty();
  }

  @Test
  void theQuestionShowsToolReasonArgumentsAndPreview() throws Exception {
    terminal.type("n");
    ToolSpec tool =
        ToolSpec.builder("book", "{}")
            .title("Book a table")
            .requiresApproval("spends the deposit")
            .build();
    approver.decide(
        new ApprovalRequest(
            "run-1",
            "concierge",
            "call-1",
            tool,
            "{\"tableId\":\"t-17\",\"guest\":{\"name\":\"Ada\",\"age\":36,\"vip\":true},"
                + "\"days\":[\"Mon\",{\"from\":1}],\"none\":[],\"note\":null}",
            Optional.of("Table 17 for Ada\nDeposit: 20 EUR"),
            "spends the deposit"));
    assertThat(terminal.screen())
        .contains(
            """
            The agent "concierge" wants to call "Book a table" (book).
            Why it asks: spends the deposit
            Arguments:
              | tableId: "t-17"
              | guest:
              |   name: "Ada"
              |   age: 36
              |   vip: true
              | days:
              |   - "Mon"
              |   -
              |     from: 1
              | none: []
              | note: null
            Preview:
              | Table 17 for Ada
              | Deposit: 20 EUR
            Allow this call?\
            """);
  }

  @Test
  void nothingInARequestCanSteerTheTerminalOrPassForTheQuestion() throws Exception {
    terminal.type("n");
    String hostile = "\u001b[2J\r\u202Eevil\u2066\u0007\u200B\u009b1A\u2028";
    ToolSpec tool = ToolSpec.builder("t" + hostile, "{}").requiresApproval(hostile).build();
    approver.decide(
        new ApprovalRequest(
            "run",
            hostile,
            "call",
            tool,
            "{\"a\\u001b[31m\":\"x\\u001b]0;t\\u0007\\n  | safe: true\\\"\\\\\"}",
            Optional.of("one\n" + hostile + "\nAllow this call? y"),
            hostile));
    String screen = terminal.screen();
    assertThat(screen.codePoints().filter(c -> c != '\n')).allMatch(c -> c >= 0x20 && c < 0x7f);
    assertThat(screen)
        .contains("\\u001B[2J\\u000D\\u202Eevil\\u2066\\u0007\\u200B\\u009B1A\\u2028")
        .contains("  | \"a\\u001B[31m\": \"x\\u001B]0;t\\u0007\\n  | safe: true\\\"\\\\\"\n")
        .contains("\n  | Allow this call? y\n");
  }

  @Test
  void longValuesAreShortenedAndTheirLengthGiven() throws Exception {
    terminal.type("n");
    String smile = "\uD83D\uDE00";
    approver.decide(request("{\"body\":\"start" + smile.repeat(5_000) + "end\"}"));
    assertThat(terminal.screen())
        .contains("body: \"start" + smile)
        .contains(smile + "end\" (shortened: 5008 characters)")
        .doesNotContain("\\uD83D");
    assertThat(terminal.screen().length()).isLessThan(1_200);
  }

  @Test
  void manyFieldsAreCutAndTheRestCounted() throws Exception {
    terminal.type("n");
    approver.decide(request("{\"list\":[" + "1,".repeat(499) + "1]}"));
    assertThat(terminal.screen()).contains("NOT SHOWN: 401 more lines");
  }

  @Test
  void argumentsThatAreNoJsonAreShownAndNamedAsSuch() throws Exception {
    terminal.type("n");
    approver.decide(request("{\"a\":"));
    assertThat(terminal.screen()).contains("| (not JSON) \"{\\\"a\\\":\"");
  }

  @Test
  void questionsOfSeveralCallsComeOneAfterAnother() throws Exception {
    FutureTask<Decision> first = start(() -> approver.decide(request("{\"n\":1}")));
    await(() -> asked() == 1);
    Approver another = new ConsoleApprover(terminal);
    FutureTask<Decision> second = start(() -> another.decide(request("{\"n\":2}")));
    terminal.type("y");
    assertThat(first.get()).isEqualTo(Decision.approve());
    await(() -> asked() == 2);
    terminal.type("n later");
    assertThat(second.get()).isEqualTo(Decision.deny("later"));
    assertThat(terminal.screen().indexOf("n: 1")).isLessThan(terminal.screen().indexOf("n: 2"));
  }

  @Test
  void aQuestionThatWaitsForAnotherIsNotShownYet() throws Exception {
    Thread[] threads = new Thread[2];
    FutureTask<Decision> first = new FutureTask<>(() -> approver.decide(request("{}")));
    FutureTask<Decision> second =
        new FutureTask<>(() -> new ConsoleApprover(terminal).decide(request("{}")));
    threads[0] = new Thread(first);
    threads[1] = new Thread(second);
    threads[0].start();
    await(() -> asked() == 1);
    threads[1].start();
    await(() -> threads[1].getState() == Thread.State.WAITING);
    assertThat(asked()).isEqualTo(1);

    threads[1].interrupt();
    threads[1].join(BOUND.toMillis());
    assertThat(second).isDone();
    terminal.type("y");
    assertThat(first.get()).isEqualTo(Decision.approve());
  }

  @Test
  void anInterruptTakesTheQuestionBackAndLetsTheNextOneThrough() throws Exception {
    FutureTask<Decision> cancelled = new FutureTask<>(() -> approver.decide(request("{}")));
    Thread thread = new Thread(cancelled);
    thread.start();
    await(() -> asked() == 1);
    thread.interrupt();
    thread.join(BOUND.toMillis());
    assertThat(terminal.screen()).endsWith("no longer waited for.\n");

    terminal.type("y");
    assertTimeoutPreemptively(
        BOUND, () -> assertThat(approver.decide(request("{}"))).isEqualTo(Decision.approve()));
  }

  @Test
  void denyAllDeniesAndSaysThatNobodyIsAsked() throws Exception {
    assertThat(Approvers.denyAll().decide(request("{}")))
        .isEqualTo(
            Decision.deny("Nobody is asked here: every call that needs approval is denied."));
  }

  static ApprovalRequest request(String arguments) {
    ToolSpec tool = ToolSpec.builder("book", "{}").requiresApproval("").build();
    return new ApprovalRequest("run", "agent", "call", tool, arguments, Optional.empty(), "");
  }

  private int asked() {
    return terminal.screen().split("Allow this call", -1).length - 1;
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }

  private static void await(Callable<Boolean> condition) {
    assertTimeoutPreemptively(
        BOUND,
        () -> {
          while (!condition.call()) {
            Thread.onSpinWait();
          }
        });
  }
}
