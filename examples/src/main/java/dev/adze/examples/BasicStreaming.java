package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** An agent computes with a tool, and everything it does is shown as it happens. */
public final class BasicStreaming {
  private static final String QUESTION = "What is 15 * 7 + 23?";

  private BasicStreaming() {}

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
    // region stream
    Agent agent =
        Agent.builder()
            .name("StreamingAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .maxSteps(5)
            .build();
    Runner runner = Runner.builder(agent).build();
    Run run = runner.stream(QUESTION, screen);
    return run.await();
    // endregion
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"15 * 7 + 23\"}"))
        .turn(request -> ScriptedTurn.text("15 * 7 + 23 is " + Model.results(request).get(0) + "."))
        .build();
  }
}
