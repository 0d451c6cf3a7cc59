package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.ApprovalMode;
import dev.adze.approval.ApprovalPolicy;
import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.ArgumentMatch;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.approval.Verdict;
import dev.adze.event.CallResult;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.RunTimeouts;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is settled about the calls of a run is settled about the runs within its calls. */
@Timeout(30)
class InnerApprovalTest {
  private static final String ASK = "{\"input\":\"Pay.\"}";

  private final RecordedEvents told = new RecordedEvents();
  private final AtomicInteger paid = new AtomicInteger();

  /** Who was asked, as "agent call". */
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

  private final FunctionTool pay =
      Fixtures.guarded(
          "pay",
          (arguments, context) -> {
            paid.incrementAndGet();
            return ToolOutput.of("paid");
          });

  private final Approver yes = deciding(Decision.approve());

  private Approver deciding(Decision decision) {
    return request -> {
      asked.add(request.agent() + " " + request.callId());
      return decision;
    };
  }

  /** Says always to the agents of these names, as far as the grant's scope goes, and no to all. */
  private Approver always(Grant.Scope scope, String... agents) {
    Set<String> granted = ConcurrentHashMap.newKeySet();
    return request -> {
      asked.add(request.agent() + " " + request.callId());
      return List.of(agents).contains(request.agent()) && granted.add(request.agent())
          ? Decision.approveAlways(Grant.of(request, ArgumentMatch.any(), scope))
          : Decision.deny("no");
    };
  }

  @Test
  void aBlockListHoldsWithin() throws InterruptedException {
    ApprovalRules rules = ApprovalRules.builder().block("pay").build();

    run(runner -> runner.approver(yes).approvalRules(rules));

    assertThat(inner().status()).isEqualTo(ToolCallStatus.DENIED);
    assertThat(inner().output().observation()).contains("blocked");
    assertThat(asked).isEmpty();
    assertThat(paid).hasValue(0);
  }

  @Test
  void thePolicyIsAskedWithinAndReadsTheInnerAgentsName() throws InterruptedException {
    ApprovalPolicy policy =
        call -> call.agent().equals("inner") ? Verdict.deny("Not the inner one.") : Verdict.pass();

    run(runner -> runner.approver(yes).approvalRules(rules(policy)));

    assertThat(inner().output().observation()).contains("Not the inner one.");
    assertThat(asked).containsExactly("host call_3_1");
  }

  @Test
  void theRulesOfTheRequestHoldWithin() throws InterruptedException {
    RunRequest request =
        RunRequest.builder("Hi").approvalRules(rules(call -> verdict(call.tool().name()))).build();

    run(runner -> runner.approver(yes), request);

    assertThat(inner().output().observation()).contains("Nothing is paid.");
    assertThat(paid).hasValue(0);
  }

  private static Verdict verdict(String tool) {
    return tool.equals("pay") ? Verdict.deny("Nothing is paid.") : Verdict.pass();
  }

  private static ApprovalRules rules(ApprovalPolicy policy) {
    return ApprovalRules.builder().policy(policy).build();
  }

  @Test
  void theModeOfTheRequestHoldsWithin() throws InterruptedException {
    run(runner -> runner, RunRequest.builder("Hi").approvalMode(ApprovalMode.AUTO_APPROVE).build());

    assertThat(paid).hasValue(3);
  }

  /** A tool that says it changes nothing, and runs an agent whose tools do. */
  @Test
  void readOnlyModeHoldsWithin() throws InterruptedException {
    FunctionTool asks = innerAgent().asTool("ask", "");
    FunctionTool harmless =
        FunctionTool.of(
            asks.spec().toBuilder().hints(new ToolHints(true, false, true, false)).build(),
            (arguments, context) -> asks.prepare(arguments).call(context));
    Runner runner =
        Runner.builder(host(harmless)).approver(yes).approvalMode(ApprovalMode.READ_ONLY).build();

    Fixtures.finish(runner.stream("Hi", told));

    assertThat(inner().output().observation()).contains("Only tools that change nothing");
    assertThat(paid).hasValue(0);
  }

  @Test
  void theApproverOfTheRequestDecidesWithin() throws InterruptedException {
    run(
        runner -> runner.approver(request -> Decision.deny("not me")),
        RunRequest.builder("Hi").approver(yes).build());

    assertThat(asked).containsExactly("inner call_1_1-1_1", "inner call_2_1-1_1", "host call_3_1");
  }

  /** The outer run's next call of the agent is another run of it, and the same run to the user. */
  @Test
  void whatIsGrantedWithinIsGrantedInTheRun() throws InterruptedException {
    Run run = run(runner -> runner.approver(always(Grant.Scope.RUN, "inner")));

    assertThat(paid).hasValue(2);
    assertThat(asked).containsExactly("inner call_1_1-1_1", "host call_3_1");
    assertThat(run.state().grants()).extracting(Grant::agent).containsExactly("inner");
    assertThat(status("call_3_1")).isEqualTo(ToolCallStatus.DENIED);
  }

  @Test
  void whatWasGrantedToTheOuterAgentDoesNotHoldWithin() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("pay", "{}"),
            ScriptedTurn.toolCall("ask", ASK),
            ScriptedTurn.text("done"));
    Agent host = agent("host", model, pay, innerAgent().asTool("ask", ""));

    Fixtures.finish(
        Runner.builder(host).approver(always(Grant.Scope.SESSION, "host")).build().stream(
            "Hi", told));

    assertThat(asked).containsExactly("host call_1_1", "inner call_2_1-1_1");
    assertThat(paid).hasValue(1);
  }

  @Test
  void aGrantOfTheRequestHoldsForItsAgentWithin() throws InterruptedException {
    Run first =
        new InnerApprovalTest()
            .run(runner -> runner.approver(always(Grant.Scope.SESSION, "inner")));

    run(runner -> runner, RunRequest.builder("Hi").grants(first.state().grants()).build());

    assertThat(paid).hasValue(2);
  }

  @Test
  void whatIsTakenBackIsTakenBackWithin() throws InterruptedException {
    Run[] run = new Run[1];
    FunctionTool payAndRegret =
        Fixtures.guarded(
            "pay",
            (arguments, context) -> {
              paid.incrementAndGet();
              run[0].revoke(run[0].id() + "/call_1_1-1_1");
              while (!run[0].state().grants().isEmpty()) {
                Thread.onSpinWait();
              }
              return ToolOutput.of("paid");
            });
    ScriptedTurn pays = ScriptedTurn.toolCall("pay", "{}");
    ScriptedModel model = ScriptedModel.of(pays, pays, pays, ScriptedTurn.text("well"));
    Agent host = host(agent("inner", model, payAndRegret).asTool("ask", ""));
    Runner runner =
        Runner.builder(host)
            .approver(always(Grant.Scope.RUN, "inner"))
            .listener(
                new RunListener() {
                  @Override
                  public void onStart(Run started) {
                    run[0] = started;
                  }
                })
            .build();

    Fixtures.finish(runner.stream("Hi", told));

    assertThat(paid).hasValue(1);
    assertThat(run[0].state().grants()).isEmpty();
  }

  /** The outer run is busy with keeping its state from before the second call is checked. */
  @Test
  void whatIsTakenBackCoversNothingAnyMoreAlthoughTheOuterRunIsBusy() throws InterruptedException {
    Run[] run = new Run[1];
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch checked = new CountDownLatch(1);
    BusyStore store = new BusyStore(Duration.ofSeconds(10));
    FunctionTool regretted =
        new FunctionTool() {
          @Override
          public ToolSpec spec() {
            return pay.spec();
          }

          @Override
          public PreparedCall prepare(String arguments) {
            if (paid.get() == 1) {
              checked.countDown();
              store.awaitBusy();
              awaitUninterruptibly(started);
              run[0].revoke(run[0].id() + "/call_1_1-1_1");
            }
            return pay.prepare(arguments);
          }
        };
    FunctionTool quick =
        Fixtures.tool(
            "quick",
            (arguments, context) -> {
              Fixtures.await(checked);
              store.beBusy();
              return ToolOutput.of("");
            });
    ScriptedTurn pays = ScriptedTurn.toolCall("pay", "{}");
    ScriptedModel model = ScriptedModel.of(pays, pays, ScriptedTurn.text("well"));
    ScriptedModel outer =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("ask", ASK).toolCall("quick", "{}").build(),
            ScriptedTurn.text("done"));
    FunctionTool ask = agent("inner", model, regretted).asTool("ask", "");
    Approver always = always(Grant.Scope.RUN, "inner");
    Runner runner =
        Runner.builder(agent("host", outer, ask, quick))
            .stateStore(store, StateSeal.of(new byte[32]))
            .approver(request -> {
              if (paid.get() == 1) {
                store.letGo();
              }
              return always.decide(request);
            })
            .build();
    run[0] = runner.stream("Hi", told);
    started.countDown();

    Fixtures.finish(run[0]);

    assertThat(paid).hasValue(1);
    assertThat(asked).containsExactly("inner call_1_1-1_1", "inner call_1_1-2_1");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      Fixtures.await(latch);
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  /** Another tool, which began with the inner run, has its time over before anybody decides. */
  @Test
  void theTimeOfTheCallStandsStillWhileAPersonIsAsked() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    FunctionTool stuck =
        Fixtures.tool(
            "stuck",
            (arguments, context) -> {
              new CountDownLatch(1).await();
              return ToolOutput.of("");
            });
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.builder().toolCall("ask", ASK).toolCall("stuck", "{}").build(),
            ScriptedTurn.text("done"));
    Agent host =
        Agent.builder()
            .name("host")
            .model(model, "m")
            .tools(innerAgent().asTool("ask", ""), stuck)
            .timeouts(RunTimeouts.builder().tool(Duration.ofSeconds(1)).build())
            .build();
    Runner runner =
        Runner.builder(host)
            .approver(request -> {
              Fixtures.await(over);
              return Decision.approve();
            })
            .listener(
                new RunListener() {
                  @Override
                  public void onToolCallComplete(ToolCallComplete event) {
                    if (event.result().call().name().equals("stuck")) {
                      over.countDown();
                    }
                  }
                })
            .build();

    RunResult result = Fixtures.finish(runner.stream("Hi", told));

    assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(status("call_1_2")).isEqualTo(ToolCallStatus.TIMEOUT);
    assertThat(status("call_1_1")).isEqualTo(ToolCallStatus.SUCCESS);
    assertThat(paid).hasValue(1);
  }

  /** An agent that pays when it is asked to, each time anew. */
  private Agent innerAgent() {
    ScriptedTurn[] turns =
        Collections.nCopies(3, List.of(ScriptedTurn.toolCall("pay", "{}"), ScriptedTurn.text("ok")))
            .stream()
            .flatMap(List::stream)
            .toArray(ScriptedTurn[]::new);
    return agent("inner", ScriptedModel.of(turns), pay);
  }

  /** Asks the inner agent twice, and then wants to pay itself. */
  private Agent host(FunctionTool ask) {
    ScriptedTurn asks = ScriptedTurn.toolCall("ask", ASK);
    ScriptedModel model =
        ScriptedModel.of(asks, asks, ScriptedTurn.toolCall("pay", "{}"), ScriptedTurn.text("done"));
    return agent("host", model, ask, pay);
  }

  private static Agent agent(String name, ScriptedModel model, FunctionTool... tools) {
    return Agent.builder().name(name).model(model, "m").tools(List.of(tools)).build();
  }

  private Run run(UnaryOperator<Runner.Builder> settings) throws InterruptedException {
    return run(settings, RunRequest.of("Hi"));
  }

  private Run run(UnaryOperator<Runner.Builder> settings, RunRequest request)
      throws InterruptedException {
    Agent host = host(innerAgent().asTool("ask", ""));
    Run run = settings.apply(Runner.builder(host)).build().stream(request, told);
    Fixtures.checkPromises(told, Fixtures.finish(run));
    return run;
  }

  private CallResult inner() {
    return completed("call_1_1-1_1").orElseThrow();
  }

  private ToolCallStatus status(String callId) {
    return completed(callId).orElseThrow().status();
  }

  private Optional<CallResult> completed(String callId) {
    return told.only(ToolCallComplete.class).stream()
        .map(ToolCallComplete::result)
        .filter(result -> result.call().id().equals(callId))
        .findFirst();
  }
}
