package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timers that go off when what they are for has just come back. */
class LateTimerTest {
  private RunState state =
      RunState.of(
          RunSetup.builder("run", "triage")
              .agents(
                  List.of(
                      new AgentSetup(
                          "triage", false, List.of(new AgentSetup.Handoff("to_desk", "desk"))),
                      new AgentSetup("desk", false, List.of())))
              .timeouts(RunTimeouts.builder().modelCall(Duration.ofMinutes(1)).build())
              .build());

  private List<Effect> after(LoopInput input) {
    Transition transition = RunLoop.apply(state, input, Duration.ZERO);
    state = transition.state();
    return transition.effects();
  }

  private static Effect.CallModel call(List<Effect> effects) {
    return (Effect.CallModel) effects.get(0);
  }

  @Test
  void theTimeOfOneModelCallIsNotThatOfTheNextOne() {
    Effect.CallModel first = call(after(new LoopInput.Start(List.of(Message.user("go")))));
    ToolCall handoff = new ToolCall("call_1_1", "", "to_desk", "{}");
    Effect.CallModel second =
        call(
            after(
                new ModelAnswered(
                    1,
                    ModelResponse.builder(
                            new AssistantMessage(List.of(handoff)), FinishReason.TOOL_CALLS)
                        .build())));

    assertThat(after(new TimerFired(first.deadline().orElseThrow().timer(), Duration.ZERO)))
        .isEmpty();
    assertThat(after(new TimerFired(second.deadline().orElseThrow().timer(), Duration.ZERO)))
        .contains(new Effect.CancelModel(1));
  }
}
