package dev.adze.event;

import java.util.Objects;

/**
 * A step begins: the model is about to be asked.
 *
 * @param header where the event stands
 */
public record StepStart(EventHeader header) implements RunEvent {
  /** Refuses null. */
  public StepStart {
    Objects.requireNonNull(header, "header");
  }

  @Override
  public String name() {
    return "agent.step_start";
  }

  @Override
  public StepStart withHeader(EventHeader header) {
    return new StepStart(header);
  }
}
