package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** One agent hands the conversation over to another, which goes on with it. */
public final class Handoffs {
  private static final String QUESTION = "What is the square of 17?";

  private Handoffs() {}

  /**
   * Runs the agents.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Screen.exitIfFailed(run(Model.fromEnvironment(script()), Screen.ofProcess()));
  }

  static RunResult run(Model model, Screen screen) throws InterruptedException {
    screen.question(model, QUESTION);
    // region run
    Agent mathematician =
        Agent.builder()
            .name("mathematician")
            .description("computes")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .build();
    Agent desk =
        Agent.builder()
            .name("desk")
            .instructions("Hand over to whoever knows. Do not compute anything yourself.")
            .model(model.client(), model.name())
            .handoffs(mathematician)
            .build();
    Runner runner = Runner.builder(desk).build();
    RunResult result = runner.stream(QUESTION, event -> show(event, screen)).await();
    // endregion
    screen.summary(result);
    return result;
  }

  private static void show(RunEvent event, Screen screen) {
    String agent = event.header().agent();
    if (event instanceof HandoffRequested request) {
      screen.line(agent + " wants to hand over to " + request.target());
    } else if (event instanceof HandoffOccurred handoff) {
      screen.line(agent + " has handed over to " + handoff.target());
    } else {
      screen.itemOf(agent, event);
    }
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("transfer_to_mathematician", "{}"))
        .turn(ScriptedTurn.toolCall("calculator", "{\"expression\":\"17 ^ 2\"}"))
        .turn(request -> ScriptedTurn.text("It is " + Model.results(request).get(1) + "."))
        .build();
  }
}
