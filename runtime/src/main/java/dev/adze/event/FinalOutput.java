package dev.adze.event;

import java.util.Objects;

/**
 * The run has its answer. Exactly once, and only in a run that ends with {@link
 * StopReason#FINAL_OUTPUT}.
 *
 * @param header where the event stands
 * @param text the answer
 */
public record FinalOutput(EventHeader header, String text) implements RunEvent {
  /** Refuses null. */
  public FinalOutput {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String name() {
    return "agent.final_output";
  }

  @Override
  public FinalOutput withHeader(EventHeader header) {
    return new FinalOutput(header, text);
  }
}
