package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.checkPromises;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static dev.adze.agent.Fixtures.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Verdict;
import dev.adze.event.RunResult;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.internal.TextHash;
import dev.adze.json.JsonFault;
import dev.adze.loop.RunState;
import dev.adze.loop.RunTimeouts;
import dev.adze.model.AssistantMessage;
import dev.adze.model.ToolMessage;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of decision, and of what is no decision. */
class DecisionsTest {
  private final RecordedEvents told = new RecordedEvents();
  private final List<LogRecord> logged = new ArrayList<>();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final FunctionTool pay =
      guarded(
          "pay",
          (arguments, context) -> {
            ran.add(arguments);
            return ToolOutput.of("paid");
          });

  private RunResult run(Approver approver) throws InterruptedException {
    return run(approver, ApprovalRules.DEFAULTS, pay);
  }

  private RunResult run(Approver approver, ApprovalRules rules, FunctionTool tool)
      throws InterruptedException {
    Runner runner =
        Runner.builder(agent(calls("pay", "{\"eur\":50}"), tool))
            .approver(approver)
            .approvalRules(rules)
            .build();
    try (QuietLog quiet = new QuietLog()) {
      RunResult result = finish(runner.stream("hello", told));
      logged.addAll(quiet.records());
      return result;
    }
  }

  @Test
  void editedArgumentsRunAndTheModelReadsThat() throws InterruptedException {
    RunResult result = run(request -> Decision.approveWith("{ \"eur\": 5 }"));

    assertThat(ran).containsExactly("{\"eur\":5}");
    assertThat(told.only(ToolCallStart.class).get(0).arguments()).isEqualTo("{\"eur\":5}");
    assertThat(told.only(ToolPermissionDecision.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.arguments()).isEqualTo("{\"eur\":50}");
          assertThat(event.decision()).isEqualTo(Decision.approveWith("{ \"eur\": 5 }"));
          assertThat(event.decidedBy()).isEqualTo("approver");
        });
    AssistantMessage asked = (AssistantMessage) result.messages().get(1);
    assertThat(asked.toolCalls().get(0).arguments()).isEqualTo("{\"eur\":50}");
    ToolMessage answered = (ToolMessage) result.messages().get(2);
    assertThat(answered.results().get(0).text())
        .isEqualTo("The approver changed the arguments: the tool ran with {\"eur\":5}.\npaid");
    checkPromises(told, result);
  }

  @Test
  void editedArgumentsThatDoNotFitAreADenial() throws InterruptedException {
    RunResult result = run(request -> Decision.approveWith("{\"eur\":"));

    assertThat(ran).isEmpty();
    assertThat(observation(told))
        .startsWith(
            "The call was denied; it has not run. The approver changed the arguments, and the"
                + " changed ones do not fit the tool: ");
    assertThat(told.only(ToolPermissionDecision.class).get(0).decidedBy()).isEqualTo("run");
    checkPromises(told, result);
  }

  @Test
  void noArgumentsAtAllAreNoEdit() throws InterruptedException {
    run(request -> Decision.approveWith("  "));

    assertThat(ran).isEmpty();
  }

  @Test
  void editedArgumentsThatAreBlockedNeverRun() throws InterruptedException {
    ApprovalRules rules =
        ApprovalRules.builder().block("pay", ArgumentMatch.equalTo("/eur", "999")).build();
    RunResult result = run(request -> Decision.approveWith("{\"eur\":999}"), rules, pay);

    assertThat(ran).isEmpty();
    assertThat(observation(told))
        .isEqualTo("The call was denied; it has not run. Such calls are blocked.");
    assertThat(told.only(ToolPermissionDecision.class).get(0).decidedBy()).isEqualTo("block list");
    checkPromises(told, result);
  }

  @Test
  void editedArgumentsThatThePolicyDeniesNeverRun() throws InterruptedException {
    ApprovalRules rules =
        ApprovalRules.builder()
            .policy(call ->
                call.arguments().contains("999")
                    ? Verdict.deny("More than you have.")
                    : Verdict.pass())
            .build();
    run(request -> Decision.approveWith("{\"eur\":999}"), rules, pay);

    assertThat(ran).isEmpty();
    assertThat(observation(told)).endsWith("More than you have.");
  }

  @Test
  void editedArgumentsAreBoundAsTheModelsAre() throws InterruptedException {
    FunctionTool strict =
        new FunctionTool() {
          @Override
          public ToolSpec spec() {
            return pay.spec();
          }

          @Override
          public PreparedCall prepare(String argumentsJson) {
            if (argumentsJson.contains("-")) {
              throw new InvalidArgumentsException(
                  "pay",
                  List.of(new JsonFault(JsonFault.Kind.values()[0], "/eur", "must be positive")));
            }
            return pay.prepare(argumentsJson);
          }
        };
    run(request -> Decision.approveWith("{\"eur\":-1}"), ApprovalRules.DEFAULTS, strict);

    assertThat(ran).isEmpty();
    assertThat(observation(told)).contains("must be positive");
  }

  @Test
  void theOthersOfAStepGoOnWhenOneIsEdited() throws InterruptedException {
    Runner runner =
        Runner.builder(
                agent(
                    calls("pay", "{\"n\":1}", "pay", "{\"n\":2}", "echo", "{}"),
                    pay,
                    Fixtures.ECHO))
            .approver(request ->
                request.arguments().contains("1")
                    ? Decision.approveWith("{\"n\":10}")
                    : Decision.approve())
            .build();
    RunResult result = finish(runner.stream("hello", told));

    assertThat(ran).containsExactlyInAnyOrder("{\"n\":10}", "{\"n\":2}");
    checkPromises(told, result);
  }

  @Test
  void anEditCanComeInAnotherLeg() throws InterruptedException {
    ScriptedModel model = calls("pay", "{\"eur\":50}");
    Run first =
        Runner.builder(agent(model, pay)).approver(request -> Decision.defer()).build().stream(
            "hello", told);
    finish(first);
    RunState state = first.state();
    ApprovalRequest pending = state.pendingApprovals().get(0);
    assertThat(pending.arguments()).isEqualTo("{\"eur\":50}");
    assertThat(pending.reason()).isEqualTo("it costs money");
    RunRequest request =
        RunRequest.resume(state)
            .decide(pending.callId(), pending.argumentsHash(), Decision.approveWith("{\"eur\":5}"))
            .build();
    finish(Runner.builder(agent(model, pay)).build().stream(request, told));

    assertThat(ran).containsExactly("{\"eur\":5}");
  }

  @Test
  void whoeverDecidesAgainHasChangedHisMind() throws InterruptedException {
    ScriptedModel model = calls("pay", "{\"eur\":50}");
    Run first =
        Runner.builder(agent(model, pay)).approver(request -> Decision.defer()).build().stream(
            "hello", told);
    finish(first);
    RunRequest request =
        RunRequest.resume(first.state())
            .decide("call_1_1", Decision.approve())
            .decide("call_1_1", Decision.deny("No, wait."))
            .build();
    finish(Runner.builder(agent(model, pay)).build().stream(request, told));

    assertThat(ran).isEmpty();
  }

  @Test
  void aDecisionForOtherArgumentsThanThoseOfTheStateIsRefused() throws InterruptedException {
    Run first =
        Runner.builder(agent(calls("pay", "{\"eur\":50}"), pay))
            .approver(request -> Decision.defer())
            .build()
            .stream("hello", told);
    finish(first);
    assertThatThrownBy(() ->
            RunRequest.resume(first.state())
                .decide("call_1_1", TextHash.of("{\"eur\":90}"), Decision.approve()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for the arguments that were shown");
  }

  @Test
  void anEditInATextThatNobodyVouchesForIsDropped() throws InterruptedException {
    ScriptedModel model = calls("pay", "{\"eur\":50}");
    Run first =
        Runner.builder(agent(model, pay)).approver(request -> Decision.defer()).build().stream(
            "hello", told);
    finish(first);
    String forged =
        first
            .state()
            .toJson()
            .replace("\"phase\":\"deferred\"", "\"phase\":\"deferred\",\"edited\":\"{}\"");
    RunRequest request =
        RunRequest.resume(RunState.fromJson(forged)).approver(call -> Decision.approve()).build();
    finish(Runner.builder(agent(model, pay)).build().stream(request, told));

    assertThat(forged).contains("edited");
    assertThat(ran).containsExactly("{\"eur\":50}");
  }

  @Test
  void aStageDecidesWhenItIsComplete() throws InterruptedException {
    CompletableFuture<Decision> later = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    Runner runner =
        Runner.builder(agent(calls("pay", "{}"), pay))
            .approver(
                Approver.async(request -> {
                  asked.countDown();
                  return later;
                }))
            .build();
    Run run = runner.stream("hello", told);
    Fixtures.await(asked);
    assertThat(ran).isEmpty();
    later.complete(Decision.approve());
    finish(run);

    assertThat(ran).hasSize(1);
  }

  @Test
  void aStageThatFailsDeniesAndTheModelReadsWithWhat() throws InterruptedException {
    run(
        Approver.async(request ->
            CompletableFuture.supplyAsync(() -> {
              throw new IllegalStateException("queue is full");
            })));

    assertThat(ran).isEmpty();
    assertThat(observation(told))
        .isEqualTo(
            "The call was denied; it has not run. The approver failed with IllegalStateException.");
    assertThat(logged.get(0).getThrown()).hasMessage("queue is full");
  }

  @Test
  void aStageOfNothingAndNoStageDeny() throws InterruptedException {
    run(Approver.async(request -> CompletableFuture.completedFuture(null)));
    assertThat(observation(told)).endsWith("The approver gave no decision.");
    RecordedEvents again = new RecordedEvents();
    try (QuietLog quiet = new QuietLog()) {
      finish(
          Runner.builder(agent(calls("pay", "{}"), pay))
              .approver(Approver.async(request -> null))
              .build()
              .stream("hello", again));
      assertThat(quiet.records()).hasSize(1);
    }
    assertThat(observation(again)).endsWith("The approver failed with NullPointerException.");
    assertThat(ran).isEmpty();
  }

  @Test
  void anAnswerAfterTheTimeIsOverChangesNothing() throws InterruptedException {
    AtomicReference<CompletableFuture<Decision>> stage = new AtomicReference<>();
    Agent agent =
        Agent.builder()
            .name("tester")
            .model(calls("pay", "{}"), "scripted")
            .tools(pay)
            .timeouts(RunTimeouts.builder().approval(Duration.ofMillis(20)).build())
            .build();
    CountDownLatch late = new CountDownLatch(1);
    Runner runner =
        Runner.builder(agent)
            .approver(request -> {
              stage.set(new CompletableFuture<>());
              try {
                return Approver.async(any -> stage.get()).decide(request);
              } catch (InterruptedException over) {
                late.countDown();
                return Decision.approve();
              }
            })
            .build();
    RunResult result = finish(runner.stream("hello", told));
    Fixtures.await(late);

    assertThat(observation(told))
        .isEqualTo("The call was denied; it has not run. Nobody decided within 0.02 seconds.");
    assertThat(stage.get()).isCancelled();
    assertThat(ran).isEmpty();
    checkPromises(told, result);
  }
}
