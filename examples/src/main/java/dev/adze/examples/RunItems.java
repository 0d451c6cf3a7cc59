package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.RunListener;
import dev.adze.agent.Runner;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** How far the run has come: a callback for each kind of event. */
public final class RunItems {
  private static final String QUESTION = "Calculate 15 * 7 + 23 and explain the steps";

  private RunItems() {}

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
    RunResult result = runner.stream(QUESTION, new Progress(screen)).await();
    screen.summary(result);
    return result;
  }

  // region listener
  private record Progress(Screen screen) implements RunListener {
    @Override
    public void onToolCallStart(ToolCallStart event) {
      screen.line("Calling tool: " + event.call().name());
      screen.line("   Arguments: " + event.arguments());
    }

    @Override
    public void onToolCallComplete(ToolCallComplete event) {
      screen.line("Tool completed: " + event.result().call().name());
      screen.line("   Result: " + event.result().output().output());
    }

    @Override
    public void onStepComplete(StepComplete event) {
      screen.line("Step " + event.step() + " completed");
      event.result().calls().stream()
          .map(call -> "   Observation: " + call.output().observation())
          .forEach(screen::line);
    }

    @Override
    public void onFinalOutput(FinalOutput event) {
      screen.line("Final answer: " + event.text());
    }
  }

  // endregion

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"15 * 7 + 23\"}"))
        .turn(request ->
            ScriptedTurn.text(
                "15 * 7 is 105, and 23 more make " + Model.results(request).get(0) + "."))
        .build();
  }
}
