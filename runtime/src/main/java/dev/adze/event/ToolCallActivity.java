package dev.adze.event;

import dev.adze.model.ToolCall;
import java.util.Objects;

/**
 * A running tool reported how it is getting on. A live event.
 *
 * @param header where the event stands
 * @param call the call
 * @param attempt which invocation of the call, from 1
 * @param ordinal the report's place in the invocation, from 1
 * @param text what the tool said
 */
public record ToolCallActivity(
    EventHeader header, ToolCall call, int attempt, int ordinal, String text) implements RunEvent {
  /** Refuses null. */
  public ToolCallActivity {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String name() {
    return "agent.tool_call_activity";
  }

  @Override
  public ToolCallActivity withHeader(EventHeader header) {
    return new ToolCallActivity(header, call, attempt, ordinal, text);
  }
}
