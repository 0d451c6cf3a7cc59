package dev.adze.event;

import dev.adze.model.ToolCall;
import java.util.Objects;

/**
 * A call is about to run, right now.
 *
 * @param header where the event stands
 * @param call the call, as the model wrote it
 * @param arguments the arguments that run, as compact JSON
 */
public record ToolCallStart(EventHeader header, ToolCall call, String arguments)
    implements RunEvent {
  /** Refuses null. */
  public ToolCallStart {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(arguments, "arguments");
  }

  @Override
  public String name() {
    return "agent.tool_call_start";
  }

  @Override
  public ToolCallStart withHeader(EventHeader header) {
    return new ToolCallStart(header, call, arguments);
  }
}
