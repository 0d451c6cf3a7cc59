package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** One agent is a tool of another: its run is within the other's, and tells its events there. */
public final class AgentAsTool {
  private static final String QUESTION = "How many seconds has a day? Answer in one sentence.";

  private AgentAsTool() {}

  /**
   * Runs the agents.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Model outer = Model.fromEnvironment(script());
    Model inner = Model.fromEnvironment(innerScript());
    Screen.exitIfFailed(run(outer, inner, Screen.ofProcess()));
  }

  static RunResult run(Model outer, Model inner, Screen screen) throws InterruptedException {
    screen.question(outer, QUESTION);
    // region run
    Agent mathematician =
        Agent.builder()
            .name("mathematician")
            .model(inner.client(), inner.name())
            .toolsOf(new Calculator())
            .build();
    Agent writer =
        Agent.builder()
            .name("writer")
            .model(outer.client(), outer.name())
            .tools(mathematician.asTool("askMathematician", "Answers questions about numbers."))
            .build();
    Runner runner = Runner.builder(writer).build();
    RunResult result =
        runner.stream(QUESTION, event -> screen.itemOf(event.header().agent(), event)).await();
    // endregion
    screen.summary(result);
    return result;
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("askMathematician", "{\"input\":\"24 * 60 * 60\"}"))
        .turn(request ->
            ScriptedTurn.text("A day has " + Model.results(request).get(0) + " seconds."))
        .build();
  }

  static ScriptedModel innerScript() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"24 * 60 * 60\"}"))
        .turn(request -> ScriptedTurn.text(Model.results(request).get(0)))
        .build();
  }
}
