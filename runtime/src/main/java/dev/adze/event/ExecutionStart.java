package dev.adze.event;

import dev.adze.model.Message;
import java.util.List;
import java.util.Objects;

/**
 * The run, or a further leg of it, begins. Always the first event.
 *
 * @param header where the event stands
 * @param messages the conversation that the run begins with
 */
public record ExecutionStart(EventHeader header, List<Message> messages) implements RunEvent {
  /** Refuses null. */
  public ExecutionStart {
    Objects.requireNonNull(header, "header");
    messages = List.copyOf(messages);
  }

  @Override
  public String name() {
    return "agent.execution_start";
  }

  @Override
  public ExecutionStart withHeader(EventHeader header) {
    return new ExecutionStart(header, messages);
  }
}
