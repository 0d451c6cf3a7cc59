package dev.adze.event;

import dev.adze.model.ToolCall;
import java.util.Objects;

/**
 * The model asks to hand the conversation over to another agent. Told once for each such call, in
 * the model's order, in place of {@link ToolCalled}.
 *
 * @param header where the event stands
 * @param call the call, as the model wrote it
 * @param target the name of the other agent
 */
public record HandoffRequested(EventHeader header, ToolCall call, String target)
    implements RunEvent {
  /** Refuses null. */
  public HandoffRequested {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(target, "target");
  }

  @Override
  public String name() {
    return "handoff_requested";
  }

  @Override
  public HandoffRequested withHeader(EventHeader header) {
    return new HandoffRequested(header, call, target);
  }
}
