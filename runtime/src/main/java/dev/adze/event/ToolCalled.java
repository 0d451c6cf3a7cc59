package dev.adze.event;

import dev.adze.model.ToolCall;
import java.util.Objects;

/**
 * The model asks for a tool. Told once for each call, in the model's order, before any of them
 * runs.
 *
 * @param header where the event stands
 * @param call the call, as the model wrote it
 */
public record ToolCalled(EventHeader header, ToolCall call) implements RunEvent {
  /** Refuses null. */
  public ToolCalled {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(call, "call");
  }

  @Override
  public String name() {
    return "tool_called";
  }

  @Override
  public ToolCalled withHeader(EventHeader header) {
    return new ToolCalled(header, call);
  }
}
