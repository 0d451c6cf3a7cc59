package dev.adze.event;

import java.util.Objects;

/**
 * The result of a call entered the conversation. All of a step together, in the order of the calls.
 *
 * @param header where the event stands
 * @param result the call, how it ended, and what came out of it
 */
public record ToolOutputAdded(EventHeader header, CallResult result) implements RunEvent {
  /** Refuses null. */
  public ToolOutputAdded {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(result, "result");
  }

  @Override
  public String name() {
    return "tool_output";
  }

  @Override
  public ToolOutputAdded withHeader(EventHeader header) {
    return new ToolOutputAdded(header, result);
  }
}
