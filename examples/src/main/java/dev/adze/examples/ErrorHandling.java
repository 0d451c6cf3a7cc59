package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.model.ModelException;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** A tool that fails ends no run: the model reads why, and goes on. */
public final class ErrorHandling {
  private static final String QUESTION = "Calculate 100 / 0 and then 50 * 2";

  private ErrorHandling() {}

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
    // region run
    RunResult result = runner.stream(QUESTION, new ToolResults(screen)).await();
    switch (result.stopReason()) {
      case FINAL_OUTPUT -> screen.line("Execution completed: " + result.text());
      case FAILED -> screen.line("Streaming failed: " + reason(result.failure().orElseThrow()));
      default -> screen.line("No answer: " + result.stopReason());
    }
    // endregion
    screen.summary(result);
    return result;
  }

  // region listener
  private record ToolResults(Screen screen) implements RunListener {
    @Override
    public void onToolCallComplete(ToolCallComplete event) {
      String output = event.result().output().output();
      if (event.result().status() == ToolCallStatus.SUCCESS) {
        screen.line("Tool success: " + output);
      } else {
        screen.line("Tool error detected: " + output);
      }
    }
  }

  // endregion

  // region failure
  private static String reason(Throwable failure) {
    return failure instanceof ModelException model
        ? model.kind() + ": " + model.getMessage()
        : failure.toString();
  }

  // endregion

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(
            ScriptedTurn.builder()
                .toolCall("calculator", "{\"expression\":\"100 / 0\"}")
                .toolCall("calculator", "{\"expression\":\"50 * 2\"}")
                .build())
        .turn(request ->
            ScriptedTurn.text(
                "100 / 0 has no value, and 50 * 2 is " + Model.results(request).get(1) + "."))
        .build();
  }
}
