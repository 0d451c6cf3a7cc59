package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Ruling;
import dev.adze.event.CallResult;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.NestedWaits;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The clocks of a run while the runs within its calls wait for approvals. */
class NestingTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private RunState state =
      RunState.of(
          RunSetup.builder("run", "agent")
              .limits(RunLimits.builder().maxTime(Duration.ofMinutes(10)).build())
              .timeouts(RunTimeouts.builder().tool(Duration.ofMinutes(3)).build())
              .build());

  /** How old the run is. */
  private Duration age = Duration.ZERO;

  private List<Effect> after(Duration passed, LoopInput input) {
    age = age.plus(passed);
    Transition transition = RunLoop.apply(state, input, age);
    state = transition.state();
    return transition.effects();
  }

  /** Starts a run in which tools of so many calls are running. */
  private void start(int calls) {
    after(Duration.ZERO, new LoopInput.Start(List.of(Message.user("go"))));
    List<AssistantPart> parts =
        IntStream.rangeClosed(1, calls)
            .<AssistantPart>mapToObj(i -> new ToolCall(id(i), "", "ask", "{}"))
            .toList();
    ModelResponse response =
        ModelResponse.builder(new AssistantMessage(parts), FinishReason.TOOL_CALLS).build();
    after(Duration.ZERO, new ModelAnswered(1, response));
    for (int i = 1; i <= calls; i++) {
      ToolSpec tool = ToolSpec.builder("ask", "{}").build();
      Preparation ready = new Preparation.Ready("{}", tool, new Ruling.Free(), Optional.empty());
      after(Duration.ZERO, new Prepared(id(i), ready));
    }
  }

  private static String id(int call) {
    return "call_1_" + call;
  }

  private static NestedWaits waits(int call, boolean waits, Duration running) {
    return new NestedWaits(id(call), waits, running);
  }

  @Test
  void noClockGoesOnWhileAnInnerRunWaits() {
    start(1);

    assertThat(after(MINUTE, waits(1, true, MINUTE)))
        .containsExactly(
            new Effect.CancelTimer("tool:call_1_1"), new Effect.CancelTimer(RunClock.TIMER));
    assertThat(state.waitsForApproval()).isTrue();
    assertThat(after(HOUR, waits(1, false, MINUTE.plus(HOUR))))
        .containsExactly(
            new Effect.SetTimer("tool:call_1_1", Duration.ofMinutes(2)),
            new Effect.SetTimer(RunClock.TIMER, Duration.ofMinutes(9)));
    assertThat(state.waitsForApproval()).isFalse();
    assertThat(after(MINUTE, waits(1, true, HOUR.plusMinutes(2)))).hasSize(2);
    assertThat(after(HOUR, waits(1, false, HOUR.plus(HOUR).plusMinutes(2))))
        .contains(new Effect.SetTimer("tool:call_1_1", MINUTE));
  }

  @Test
  void theTimeThatACallTookIsThatOfItsWork() {
    start(1);
    after(MINUTE, waits(1, true, MINUTE));
    after(HOUR, waits(1, false, MINUTE.plus(HOUR)));
    Outcome returned = new Outcome.Returned(ToolOutput.of("ok"));
    after(MINUTE, new ToolFinished(id(1), returned, HOUR.plusMinutes(2)));

    assertThat(state.steps.get(0).duration()).isEqualTo(Duration.ofMinutes(2));
    CallResult result = state.steps.get(0).calls().get(0);
    assertThat(result.duration()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void theRunsClockGoesOnAsLongAsAnotherToolIsAtWork() {
    start(2);

    assertThat(after(MINUTE, waits(1, true, MINUTE)))
        .containsExactly(new Effect.CancelTimer("tool:call_1_1"));
    assertThat(state.waitsForApproval()).isFalse();
    assertThat(after(MINUTE, waits(2, true, MINUTE.plus(MINUTE))))
        .contains(new Effect.CancelTimer(RunClock.TIMER));
    assertThat(state.waitsForApproval()).isTrue();
    assertThat(after(HOUR, waits(2, false, HOUR.plusMinutes(2))))
        .contains(new Effect.SetTimer(RunClock.TIMER, Duration.ofMinutes(8)));
  }

  @Test
  void aTimerThatWentOffJustBeforeIsPassedOver() {
    start(1);
    after(MINUTE, waits(1, true, MINUTE));

    assertThat(after(MINUTE, new TimerFired("tool:call_1_1", Duration.ZERO))).isEmpty();
    after(MINUTE, waits(1, false, Duration.ofMinutes(3)));
    assertThat(after(MINUTE, new TimerFired("tool:call_1_1", Duration.ZERO)))
        .contains(new Effect.CancelCall("call_1_1"));
  }

  @Test
  void itIsKeptInAStatesText() {
    start(1);
    after(MINUTE, waits(1, true, MINUTE));
    after(HOUR, waits(1, false, MINUTE.plus(HOUR)));
    after(MINUTE, waits(1, true, HOUR.plusMinutes(2)));

    RunState read = RunState.fromJson(state.toJson());

    assertThat(read.calls.get(0).waits()).isEqualTo(state.calls.get(0).waits());
    assertThat(read.waitsForApproval()).isTrue();
  }

  @Test
  void aCallThatIsOverWaitsForNothing() {
    start(1);
    Outcome returned = new Outcome.Returned(ToolOutput.of("ok"));
    after(MINUTE, new ToolFinished(id(1), returned, MINUTE));

    assertThat(after(MINUTE, waits(1, true, MINUTE))).isEmpty();
    assertThat(after(MINUTE, waits(7, true, MINUTE))).isEmpty();
  }
}
