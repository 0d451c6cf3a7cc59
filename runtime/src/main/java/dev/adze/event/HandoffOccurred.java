package dev.adze.event;

import java.util.Objects;

/**
 * The conversation was handed over: from the next step on it is another agent's. Told in place of
 * {@link ToolOutputAdded}, and only for the first handoff of a step, for the others do not count.
 *
 * @param header where the event stands; its agent is the one that handed over
 * @param result the call, and what the model reads of it
 * @param target the name of the agent that goes on
 */
public record HandoffOccurred(EventHeader header, CallResult result, String target)
    implements RunEvent {
  /** Refuses null. */
  public HandoffOccurred {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(target, "target");
  }

  /** Spelled as AdalFlow spells it. */
  @Override
  public String name() {
    return "handoff_occured";
  }

  @Override
  public HandoffOccurred withHeader(EventHeader header) {
    return new HandoffOccurred(header, result, target);
  }
}
