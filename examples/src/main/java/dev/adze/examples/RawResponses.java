package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.model.ModelDelta;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.util.ArrayList;
import java.util.List;

/** What the model sends, chunk by chunk: as the provider wrote it, and what it means. */
public final class RawResponses {
  private static final String QUESTION = "Calculate 25 * 4 and explain the result";

  private RawResponses() {}

  /**
   * Runs the agent.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Screen.exitIfFailed(run(Model.fromEnvironment(script()), Screen.ofProcess()));
  }

  static RunResult run(Model model, Screen screen) throws InterruptedException {
    screen.question(model, QUESTION);
    Agent agent =
        Agent.builder()
            .name("StreamingAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .maxSteps(5)
            .build();
    Runner runner = Runner.builder(agent).build();
    List<RawResponse> chunks = new ArrayList<>();
    // region raw
    Run run =
        runner.stream(
            QUESTION,
            event -> {
              if (event instanceof RawResponse chunk) {
                screen.text(chunk.text());
                chunks.add(chunk);
              }
            });
    RunResult result = run.await();
    // endregion
    screen.line("");
    screen.line("It came in " + chunks.size() + " chunks. The first of them:");
    show(chunks.get(0), screen);
    screen.summary(result);
    return result;
  }

  /** A chunk in full: the provider's JSON verbatim, and its pieces in terms of no provider. */
  private static void show(RawResponse chunk, Screen screen) {
    // region deltas
    screen.line("data: " + chunk.chunk().json());
    for (ModelDelta delta : chunk.chunk().deltas()) {
      if (delta instanceof ModelDelta.Text text) {
        screen.line("text: " + text.text());
      } else if (delta instanceof ModelDelta.Reasoning reasoning) {
        screen.line("reasoning: " + reasoning.text());
      } else if (delta instanceof ModelDelta.ToolCallArguments call) {
        screen.line("arguments of " + call.callId() + ": " + call.arguments());
      }
    }
    // endregion
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"25 * 4\"}"))
        .turn(request ->
            ScriptedTurn.text(
                "25 * 4 is " + Model.results(request).get(0) + ": four quarters are a whole."))
        .build();
  }
}
