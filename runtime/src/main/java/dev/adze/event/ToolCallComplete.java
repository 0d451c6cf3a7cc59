package dev.adze.event;

import java.util.Objects;
import java.util.Optional;

/**
 * A call is over. Exactly once for each call, also for one that never started.
 *
 * @param header where the event stands
 * @param result the call, how it ended, and what came out of it
 * @param error what the tool threw, if it threw
 */
public record ToolCallComplete(EventHeader header, CallResult result, Optional<Throwable> error)
    implements RunEvent {
  /** Refuses null. */
  public ToolCallComplete {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(error, "error");
  }

  @Override
  public String name() {
    return "agent.tool_call_complete";
  }

  @Override
  public ToolCallComplete withHeader(EventHeader header) {
    return new ToolCallComplete(header, result, error);
  }
}
