package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.EventStream;
import dev.adze.agent.Runner;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolOutputAdded;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;

/** Takes the events of two kinds from the stream, and then those of one until it has enough. */
public final class FilteredEvents {
  private static final String QUESTION = "Compute 2 ^ 10 and 3 ^ 7";

  private FilteredEvents() {}

  /**
   * Runs the agent twice.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    Screen screen = Screen.ofProcess();
    run(Model.fromEnvironment(script()), screen);
    firstOutput(Model.fromEnvironment(script()), screen);
  }

  static void run(Model model, Screen screen) {
    screen.question(model, QUESTION);
    Runner runner = runner(model);
    // region filter
    try (EventStream events = runner.open(QUESTION)) {
      for (RunEvent event : events) {
        if (event instanceof ToolOutputAdded output) {
          screen.line("Important event: " + output.name() + " " + output.result().output());
        } else if (event instanceof FinalOutput answer) {
          screen.line("Important event: " + answer.name() + " " + answer.text());
        }
      }
    }
    // endregion
  }

  static void firstOutput(Model model, Screen screen) {
    Runner runner = runner(model);
    // region first
    try (EventStream events = runner.open(QUESTION)) {
      for (ToolOutputAdded output : events.ofType(ToolOutputAdded.class)) {
        screen.line("The first result is enough: " + output.result().output().output());
        break; // Closing the stream cancels the run.
      }
    }
    // endregion
  }

  private static Runner runner(Model model) {
    Agent agent =
        Agent.builder()
            .name("StreamingAgent")
            .model(model.client(), model.name())
            .toolsOf(new Calculator())
            .build();
    return Runner.builder(agent).build();
  }

  static ScriptedModel script() {
    return ScriptedModel.builder()
        .turn(
            ScriptedTurn.builder()
                .toolCall("calculator", "{\"expression\":\"2 ^ 10\"}")
                .toolCall("calculator", "{\"expression\":\"3 ^ 7\"}")
                .build())
        .turn(request ->
            ScriptedTurn.text("They are " + String.join(" and ", Model.results(request)) + "."))
        .build();
  }
}
