package dev.adze.agent;

import static dev.adze.agent.Fixtures.agent;
import static dev.adze.agent.Fixtures.calls;
import static dev.adze.agent.Fixtures.finish;
import static dev.adze.agent.Fixtures.guarded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.approval.Decision;
import dev.adze.event.ExecutionStart;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.RunLimits;
import dev.adze.loop.RunState;
import dev.adze.loop.StateSeal;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Runs that stop, are kept as text, and go on. */
class ResumeTest {
  private static final StateSeal SEAL = StateSeal.of(new byte[32]);

  private final RecordedEvents told = new RecordedEvents();
  private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
  private final FunctionTool pay =
      guarded(
          "pay",
          (arguments, context) -> {
            ran.add(context.callId() + " " + context.attempt());
            return ToolOutput.of("paid");
          });

  private static RunState kept(Run run) {
    return RunState.fromJson(run.state().toJson(SEAL), SEAL);
  }

  private Run deferred(ScriptedModel model) throws InterruptedException {
    Runner runner =
        Runner.builder(agent(model, pay, Fixtures.ECHO))
            .approver(request -> Decision.defer())
            .build();
    Run run = runner.stream("hello", told);
    RunResult result = finish(run);
    assertThat(result.stopReason()).isEqualTo(StopReason.AWAITING_APPROVAL);
    assertThat(result.messages()).hasSize(1);
    return run;
  }

  @Test
  void aDecisionThatWasPutOffSuspendsTheRunUntilItComes() throws InterruptedException {
    ScriptedModel model = calls("pay", "{}", "echo", "{}");
    Run first = deferred(model);
    assertThat(told.outline())
        .contains("tool_permission_decision call_1_1", "tool_call_complete call_1_2 SUCCESS")
        .endsWith("execution_complete AWAITING_APPROVAL");
    assertThat(ran).isEmpty();

    RunState state = kept(first);
    assertThat(state.awaits("call_1_1")).isTrue();
    Runner elsewhere = Runner.builder(agent(model, pay, Fixtures.ECHO)).build();
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();
    RunResult result = finish(elsewhere.stream(request, told));

    assertThat(result.text()).isEqualTo("done");
    assertThat(result.runId()).isEqualTo(first.id());
    assertThat(result.steps()).hasSize(2);
    assertThat(ran).containsExactly("call_1_1 1");
    Fixtures.checkNumbers(told);
    assertThat(told.only(ExecutionStart.class).get(1).header().leg()).isEqualTo(2);
    assertThat(told.only(ToolOutputAdded.class)).hasSize(2);
  }

  @Test
  void whatIsNotDecidedIsAskedAgain() throws InterruptedException {
    ScriptedModel model = calls("pay", "{}", "pay", "{}");
    RunState state = kept(deferred(model));
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    Runner elsewhere =
        Runner.builder(agent(model, pay, Fixtures.ECHO))
            .approver(request -> {
              asked.add(request.callId());
              return Decision.deny("no");
            })
            .build();
    RunRequest request = RunRequest.resume(state).decide("call_1_2", Decision.approve()).build();
    finish(elsewhere.stream(request, told));

    assertThat(asked).containsExactly("call_1_1");
    assertThat(ran).containsExactly("call_1_2 1");
  }

  @Test
  void aDecisionIsForACallThatTheRunWaitsFor() throws InterruptedException {
    RunState state = kept(deferred(calls("pay", "{}")));

    assertThatThrownBy(() -> RunRequest.resume(state).decide("call_9", Decision.approve()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("call_9");
    assertThatThrownBy(() -> RunRequest.builder("hi").decide("call_1_1", Decision.approve()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDecisionDoesNotHoldForAToolThatHasChanged() throws InterruptedException {
    ScriptedModel model = calls("pay", "{}");
    RunState state = kept(deferred(model));
    FunctionTool changed =
        FunctionTool.of(
                ToolSpec.builder("pay", Fixtures.SCHEMA).description("Pays twice.").build(),
                (arguments, context) -> ToolOutput.of("paid twice"))
            .requiringApproval("it costs money");
    Runner elsewhere = Runner.builder(agent(model, changed)).build();
    RunRequest request = RunRequest.resume(state).decide("call_1_1", Decision.approve()).build();
    finish(elsewhere.stream(request, told));

    assertThat(told.only(ToolOutputAdded.class).get(0).result().status())
        .isEqualTo(ToolCallStatus.DENIED);
  }

  @Test
  void approvalIsNeededIfTheStateSaysSo() throws InterruptedException {
    ScriptedModel model = calls("pay", "{}");
    RunState state = kept(deferred(model));
    FunctionTool open =
        Fixtures.tool(
            "pay",
            (arguments, context) -> {
              ran.add("open");
              return ToolOutput.of("paid");
            });
    finish(
        Runner.builder(agent(model, open)).build().stream(RunRequest.resume(state).build(), told));

    assertThat(ran).isEmpty();
  }

  @Test
  void aRunThatUsedUpItsStepsGoesOnWithMore() throws InterruptedException {
    ScriptedModel model =
        ScriptedModel.of(ScriptedTurn.toolCall("echo", "{}"), ScriptedTurn.text("done"));
    Agent agent = Agent.builder().model(model, "scripted").tools(Fixtures.ECHO).maxSteps(1).build();
    Runner runner = Runner.builder(agent).build();
    Run first = runner.stream("hello", told);
    assertThat(finish(first).stopReason()).isEqualTo(StopReason.MAX_STEPS);

    Run same = runner.stream(RunRequest.resume(kept(first)).build(), told);
    assertThat(finish(same).stopReason()).isEqualTo(StopReason.MAX_STEPS);
    RunLimits more = RunLimits.builder().maxSteps(2).build();
    Run last = runner.stream(RunRequest.resume(kept(same)).limits(more).build(), told);
    assertThat(finish(last).text()).isEqualTo("done");
    Fixtures.checkNumbers(told);
  }

  @Test
  void aCancelledRunGoesOnFromItsRepairedHistory() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    FunctionTool slow =
        Fixtures.tool(
            "slow",
            (arguments, context) -> {
              running.countDown();
              new CountDownLatch(1).await();
              return ToolOutput.of("never");
            });
    ScriptedModel model = calls("slow", "{}");
    Runner runner = Runner.builder(agent(model, slow)).build();
    Run first = runner.stream("hello", told);
    Fixtures.await(running);
    first.cancel();
    assertThat(finish(first).stopReason()).isEqualTo(StopReason.CANCELLED);

    assertThat(finish(runner.stream(RunRequest.resume(kept(first)).build(), told)).text())
        .isEqualTo("done");
  }

  /** The process ends while a tool runs: the state of that moment goes on elsewhere. */
  private RunResult afterACrash(ToolHints hints) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    FunctionTool tool =
        FunctionTool.of(
            ToolSpec.builder("work", Fixtures.SCHEMA).hints(hints).build(),
            (arguments, context) -> {
              ran.add(context.callId() + " " + context.attempt());
              running.countDown();
              release.await();
              return ToolOutput.of("ok");
            });
    ScriptedModel model = calls("work", "{}");
    Run first = Runner.builder(agent(model, tool)).build().stream("hello", told);
    Fixtures.await(running);
    RunState state = kept(first);
    first.cancel();
    finish(first);
    release.countDown();
    return finish(
        Runner.builder(agent(ScriptedModel.of(ScriptedTurn.text("done")), tool)).build().stream(
            RunRequest.resume(state).build(), new RecordedEvents()));
  }

  @Test
  void aToolThatWasRunningWhenTheProcessEndedIsNotRunAgain() throws InterruptedException {
    RunResult result = afterACrash(ToolHints.DEFAULTS);

    assertThat(ran).containsExactly("call_1_1 1");
    assertThat(result.steps().get(0).calls().get(0).status()).isEqualTo(ToolCallStatus.INTERRUPTED);
    assertThat(result.steps().get(0).calls().get(0).output().observation())
        .contains("Its outcome is unknown");
  }

  @Test
  void aToolThatMayBeRepeatedIsRunAgain() throws InterruptedException {
    RunResult result = afterACrash(new ToolHints(false, true, true, true));

    assertThat(ran).containsExactly("call_1_1 1", "call_1_1 2");
    assertThat(result.steps().get(0).calls().get(0).status()).isEqualTo(ToolCallStatus.SUCCESS);
  }

  @Test
  void aRunWithAnAnswerOrOfAnotherAgentIsRefused() throws InterruptedException {
    Run answered = Fixtures.runner(ScriptedModel.of(ScriptedTurn.text("hi"))).stream("hello", told);
    finish(answered);
    assertThatThrownBy(() -> RunRequest.resume(answered.state()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Start another one");

    RunState state = kept(deferred(calls("pay", "{}")));
    Agent other =
        Agent.builder().name("other").model(calls("pay", "{}"), "scripted").tools(pay).build();
    assertThatThrownBy(
            () -> Runner.builder(other).build().stream(RunRequest.resume(state).build(), told))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"tester\"")
        .hasMessageContaining("\"other\"");
  }
}
