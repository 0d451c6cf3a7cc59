package dev.adze.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Decision;
import dev.adze.approval.Ruling;
import dev.adze.event.ToolOutputAdded;
import dev.adze.internal.TextHash;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.FinishReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which calls of a step run when: order, barriers and the cap. */
class CallOrderTest {
  private RunState state;

  /** Starts a run whose model asks for one call for each letter. */
  private void calls(int cap, String kinds) {
    state = RunState.of(RunSetup.builder("run", "agent").maxParallelTools(cap).build());
    apply(new LoopInput.Start(List.of(Message.user("go"))));
    List<AssistantPart> calls = new ArrayList<>();
    for (int i = 1; i <= kinds.length(); i++) {
      calls.add(new ToolCall("call_1_" + i, "", "tool", "{}"));
    }
    apply(
        new LoopInput.ModelAnswered(
            1,
            ModelResponse.builder(new AssistantMessage(calls), FinishReason.TOOL_CALLS).build()));
  }

  private Transition apply(LoopInput input) {
    Transition transition = RunLoop.apply(state, input, Duration.ZERO);
    state = transition.state();
    return transition;
  }

  /** Checks every call, the last first; a letter s is sequential, an a needs approval. */
  private List<String> prepare(String kinds) {
    List<String> started = List.of();
    for (int i = kinds.length(); i >= 1; i--) {
      assertThat(started).isEmpty();
      char kind = kinds.charAt(i - 1);
      ToolSpec spec = ToolSpec.builder("tool", "{}").sequential(kind == 's').build();
      started =
          started(
              apply(
                  new LoopInput.Prepared(
                      "call_1_" + i,
                      new Preparation.Ready(
                          "{}",
                          spec,
                          kind == 'a' ? new Ruling.Ask("") : new Ruling.Free(),
                          Optional.empty()))));
    }
    return started;
  }

  private List<String> finish(int call) {
    return started(finishing(call));
  }

  private Transition finishing(int call) {
    return apply(
        new LoopInput.ToolFinished(
            "call_1_" + call, new Outcome.Returned(ToolOutput.of("ok")), Duration.ZERO));
  }

  private List<String> approve(int call) {
    return started(
        apply(
            new LoopInput.DecisionMade(
                "call_1_" + call, TextHash.of("{}"), new Answer.Decided(Decision.approve()))));
  }

  private static List<String> started(Transition transition) {
    return transition.effects().stream()
        .filter(Effect.RunTool.class::isInstance)
        .map(effect -> ((Effect.RunTool) effect).call().id().substring("call_1_".length()))
        .toList();
  }

  @Test
  void nothingStartsBeforeAllAreCheckedThenAllDoInOrder() {
    calls(8, "ppp");

    assertThat(prepare("ppp")).containsExactly("1", "2", "3");
  }

  @Test
  void neverMoreThanTheCap() {
    calls(2, "pppp");

    assertThat(prepare("pppp")).containsExactly("1", "2");
    assertThat(finish(2)).containsExactly("3");
    assertThat(finish(1)).containsExactly("4");
    assertThat(finish(3)).isEmpty();
  }

  @Test
  void sequentialCallWaitsForThoseBeforeAndHoldsThoseAfter() {
    calls(8, "ppspp");

    assertThat(prepare("ppspp")).containsExactly("1", "2");
    assertThat(finish(2)).isEmpty();
    assertThat(finish(1)).containsExactly("3");
    assertThat(finish(3)).containsExactly("4", "5");
  }

  @Test
  void sequentialCallsRunOneAfterTheOther() {
    calls(8, "sss");

    assertThat(prepare("sss")).containsExactly("1");
    assertThat(finish(1)).containsExactly("2");
    assertThat(finish(2)).containsExactly("3");
  }

  @Test
  void callThatAwaitsApprovalHoldsOnlySequentialOnes() {
    calls(8, "apsp");

    assertThat(prepare("apsp")).containsExactly("2");
    assertThat(finish(2)).isEmpty();
    assertThat(approve(1)).containsExactly("1");
    assertThat(finish(1)).containsExactly("3");
    assertThat(finish(3)).containsExactly("4");
  }

  @Test
  void outputsComeTogetherInOrderWhenTheLastCallEnds() {
    calls(8, "ppp");
    prepare("ppp");

    assertThat(finishing(3).events()).noneMatch(ToolOutputAdded.class::isInstance);
    assertThat(finishing(1).events()).noneMatch(ToolOutputAdded.class::isInstance);
    assertThat(
            finishing(2).events().stream()
                .filter(ToolOutputAdded.class::isInstance)
                .map(event -> ((ToolOutputAdded) event).result().call().id()))
        .containsExactly("call_1_1", "call_1_2", "call_1_3");
  }

  @Test
  void decisionAndResultServeOnce() {
    calls(8, "a");
    prepare("a");

    assertThat(approve(1)).containsExactly("1");
    assertThat(approve(1)).isEmpty();
    finish(1);
    Transition late = finishing(1);
    assertThat(late.events()).isEmpty();
    assertThat(late.effects()).isEmpty();
  }

  @Test
  void idsOfAClientThatRepeatsThemAreReplaced() {
    state = RunState.of(RunSetup.builder("run", "agent").build());
    apply(new LoopInput.Start(List.of(Message.user("go"))));
    ToolCall same = new ToolCall("same", "provider", "tool", "{}");
    Transition transition =
        apply(
            new LoopInput.ModelAnswered(
                1,
                ModelResponse.builder(
                        new AssistantMessage(List.of(same, same)), FinishReason.TOOL_CALLS)
                    .build()));

    assertThat(transition.effects().stream().map(e -> ((Effect.Prepare) e).call().id()))
        .containsExactly("call_1_1", "call_1_2");
  }

  @Test
  void sameInputsGiveTheSameEventsAndEffects() {
    calls(2, "psa");
    RunState before = state;
    LoopInput input =
        new LoopInput.Prepared(
            "call_1_1",
            new Preparation.Ready(
                "{}", ToolSpec.builder("tool", "{}").build(), new Ruling.Free(), Optional.empty()));
    Transition once = RunLoop.apply(before, input, Duration.ZERO);
    Transition again = RunLoop.apply(before, input, Duration.ZERO);

    assertThat(again.events()).isEqualTo(once.events());
    assertThat(again.effects()).isEqualTo(once.effects());
  }
}
