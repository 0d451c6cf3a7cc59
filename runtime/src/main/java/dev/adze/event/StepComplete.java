package dev.adze.event;

import java.util.Objects;

/**
 * A step is over: the model has answered and all of its calls are complete, or it has failed to
 * answer.
 *
 * @param header where the event stands
 * @param result everything that happened in the step
 */
public record StepComplete(EventHeader header, StepResult result) implements RunEvent {
  /** Refuses null. */
  public StepComplete {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(result, "result");
  }

  @Override
  public String name() {
    return "agent.step_complete";
  }

  @Override
  public StepComplete withHeader(EventHeader header) {
    return new StepComplete(header, result);
  }
}
