package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Run;
import dev.adze.agent.Runner;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.event.RawResponse;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.PrintStream;

/**
 * An agent that finds tables on its own, and books one only if the person at the terminal agrees.
 */
public final class Concierge {
  private static final String QUESTION = "Book a table for four on Friday.";

  private Concierge() {}

  /**
   * Runs the agent.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Model model = Model.fromEnvironment(script());
    Screen.exitIfFailed(ask(model, Approvers.console(), System.out));
  }

  static RunResult ask(Model model, Approver approver, PrintStream out)
      throws InterruptedException {
    out.println(QUESTION);
    // region ask
    Agent agent =
        Agent.builder()
            .name("concierge")
            .model(model.client(), model.name())
            .toolsOf(new Restaurant())
            .maxSteps(6)
            .build();
    Runner runner = Runner.builder(agent).approver(approver).build();
    Run run =
        runner.stream(
            QUESTION,
            event -> {
              if (event instanceof RawResponse chunk) {
                out.print(chunk.text());
              }
            });
    RunResult result = run.await();
    // endregion
    out.println();
    return result;
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(ScriptedTurn.toolCall("findTables", "{\"guests\":4,\"day\":\"FRIDAY\"}"))
        .turn(ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}"))
        .turn(request -> ScriptedTurn.text(Model.results(request).get(1)))
        .build();
  }
}
