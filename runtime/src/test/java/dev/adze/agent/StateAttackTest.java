package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Approver;
import dev.adze.approval.Decision;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Ways to have a guarded tool run by changing or repeating a kept state. None may. */
class StateAttackTest {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch slowRuns = new CountDownLatch(1);
  private final FunctionTool pay =
      Fixtures.guarded(
          "pay",
          (arguments, context) -> {
            ran.add(arguments);
            return ToolOutput.of("paid");
          });
  private final FunctionTool slow =
      Fixtures.sequential(
          "slow",
          (arguments, context) -> {
            slowRuns.countDown();
            new CountDownLatch(1).await();
            return ToolOutput.of("never");
          });
  private final ScriptedModel model = calls("slow", "{}", "pay", "{\"euros\":10}");

  private Runner runner(Approver approver) {
    return Runner.builder(agent(model, slow, pay)).approver(approver).build();
  }

  /** A run that was taken away while an approved payment waited for another tool. */
  private RunState withAnApproval() throws InterruptedException {
    CountDownLatch decided = new CountDownLatch(1);
    Run run =
        runner(request -> Decision.approve()).stream(
            "hello",
            event -> {
              if (event instanceof ToolPermissionDecision) {
                decided.countDown();
              }
            });
    Fixtures.await(slowRuns);
    Fixtures.await(decided);
    RunState state = run.state();
    run.cancel();
    finish(run);
    assertThat(ran).isEmpty();
    return state;
  }

  private Decision refuse(String callId) {
    asked.add(callId);
    return Decision.deny("no");
  }

  private void resume(RunState state) throws InterruptedException {
    Runner elsewhere = runner(request -> refuse(request.callId()));
    finish(elsewhere.stream(RunRequest.resume(state).build(), new RecordedEvents()));
  }

  @Test
  void anApprovalInASealedStateHolds() throws InterruptedException {
    resume(RunState.fromJson(withAnApproval().toJson(SEAL), SEAL));

    assertThat(asked).isEmpty();
    assertThat(ran).containsExactly("{\"euros\":10}");
  }

  /** Attack: tampered state. */
  @Test
  void anApprovalInAnUnsealedStateIsAskedForAgain() throws InterruptedException {
    resume(RunState.fromJson(withAnApproval().toJson()));

    assertThat(asked).containsExactly("call_1_2");
    assertThat(ran).isEmpty();
  }

  /** Attack: tampered state. */
  @Test
  void argumentsThatWereSwappedBehindTheDecisionAreRefused() throws InterruptedException {
    Agent agent = agent(calls("pay", "{\"euros\":10}"), pay);
    Runner runner = Runner.builder(agent).approver(request -> Decision.defer()).build();
    Run run = runner.stream("hello", new RecordedEvents());
    finish(run);
    RunState state = run.state();
    String sealed = state.toJson(SEAL).replace("euros\\\":10", "euros\\\":99");
    String open = state.toJson().replace("euros\\\":10", "euros\\\":99");

    assertThatThrownBy(() -> RunState.fromJson(sealed, SEAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changed since");
    RunRequest.Builder request = RunRequest.resume(RunState.fromJson(open));
    assertThatThrownBy(() -> request.decide("call_1_1", Decision.approve()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a seal");
    assertThat(ran).isEmpty();
  }

  /** The state of a run that was taken away while a tool ran. */
  private RunState withARunningTool(Runner runner) throws InterruptedException {
    Run run = runner.stream("hello", new RecordedEvents());
    Fixtures.await(slowRuns);
    RunState state = run.state();
    run.cancel();
    finish(run);
    return state;
  }

  /** Attack: tampered state. */
  @Test
  void aStateThatCallsAToolRepeatableDoesNotMakeItSo() throws InterruptedException {
    FunctionTool once =
        Fixtures.tool(
            "once",
            (arguments, context) -> {
              ran.add(context.callId() + " " + context.attempt());
              slowRuns.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    Runner runner = Fixtures.runner(calls("once", "{}"), once);
    String text = withARunningTool(runner).toJson();
    String lie = text.replace("\"hints\":{", "\"hints\":{\"idempotent\":true,");
    assertThat(lie).isNotEqualTo(text);
    finish(
        runner.stream(
            RunRequest.resume(RunState.fromJson(lie).trusted()).build(), new RecordedEvents()));

    assertThat(ran).containsExactly("call_1_1 1");
  }

  @Test
  void ofAToolThatWasRunningAndIsGoneTheModelReadsThatItsOutcomeIsUnknown()
      throws InterruptedException {
    RunState state = withARunningTool(Fixtures.runner(calls("slow", "{}"), slow));
    RecordedEvents told = new RecordedEvents();
    finish(Fixtures.runner(model).stream(RunRequest.resume(state).build(), told));

    assertThat(Fixtures.observation(told)).contains("Its outcome is unknown");
  }
}
