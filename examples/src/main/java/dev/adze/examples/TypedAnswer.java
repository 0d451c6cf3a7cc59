package dev.adze.examples;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.annotation.StructuredOutput;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.time.LocalDate;
import java.util.List;

/** The answer is a record. One that does not fit goes back to the model with all its faults. */
public final class TypedAnswer {
  private static final String QUESTION = "Plan the 1st of May 2027 in Rome with two stops.";

  private TypedAnswer() {}

  // region type
  /**
   * A day trip.
   *
   * @param city where it goes
   * @param day when it is
   * @param stops what there is to see, in order
   */
  @StructuredOutput
  record Trip(String city, LocalDate day, List<String> stops) {}

  // endregion

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
    // region run
    Agent agent =
        Agent.builder()
            .name("TripAgent")
            .model(model.client(), model.name())
            .output(TypedAnswer_TripOutput.TYPE)
            .build();
    RunResult result = Runner.builder(agent).build().stream(QUESTION, screen).await();
    if (result.stopReason() == StopReason.FINAL_OUTPUT) {
      Trip trip = result.output(TypedAnswer_TripOutput.TYPE);
      screen.line(trip.city() + " on a " + trip.day().getDayOfWeek() + ": " + trip.stops());
    }
    // endregion
    return result;
  }

  /** Its first answer has no such day. */
  static ScriptedModel script() {
    return ScriptedModel.of(
        ScriptedTurn.text("{\"city\":\"Rome\",\"day\":\"1 May\",\"stops\":[\"Forum\"]}"),
        ScriptedTurn.text(
            "{\"city\":\"Rome\",\"day\":\"2027-05-01\",\"stops\":[\"Forum\",\"Pantheon\"]}"));
  }
}
