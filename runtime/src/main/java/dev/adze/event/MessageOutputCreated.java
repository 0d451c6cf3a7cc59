package dev.adze.event;

import dev.adze.model.AssistantMessage;
import java.util.Objects;

/**
 * A complete response held text or a refusal.
 *
 * @param header where the event stands
 * @param messageId the provider's id of the response; empty if it gave none
 * @param message the whole message
 */
public record MessageOutputCreated(EventHeader header, String messageId, AssistantMessage message)
    implements RunEvent {
  /** Refuses null. */
  public MessageOutputCreated {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String name() {
    return "message_output_created";
  }

  @Override
  public MessageOutputCreated withHeader(EventHeader header) {
    return new MessageOutputCreated(header, messageId, message);
  }
}
