package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;

/** An agent without a provider: a script plays the model, and what the run tells is checked. */
public final class TestedAgent {
  private TestedAgent() {}

  /**
   * Runs the agent twice, with and without a consent, and prints the outline of both runs.
   *
   * @param args not used
   * @throws InterruptedException if the program is interrupted
   */
  public static void main(String[] args) throws InterruptedException {
    Screen screen = Screen.ofProcess();
    screen.line("Approved:");
    run(request -> Decision.approve(), screen);
    screen.line("Denied:");
    run(Approvers.denyAll(), screen);
  }

  static RunResult run(Approver approver, Screen screen) throws InterruptedException {
    // region test
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}"),
            ScriptedTurn.text("Done."));
    Agent agent =
        Agent.builder()
            .name("concierge")
            .model(model, "scripted")
            .toolsOf(new Restaurant())
            .build();
    RecordedEvents events = new RecordedEvents();
    Runner.builder(agent).approver(approver).build().stream("A table for Friday", events).await();

    events.assertPromises();
    // endregion
    events.outline().forEach(line -> screen.line("   " + line));
    return events.result();
  }
}
