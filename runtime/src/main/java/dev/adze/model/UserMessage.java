package dev.adze.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user says.
 *
 * @param parts in order; at least one
 */
public record UserMessage(List<UserPart> parts) implements Message {
  /** Copies the list and refuses an empty one. */
  public UserMessage {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A user message needs at least one part. It has none.");
    }
  }

  /**
   * {@return a message of one text}
   *
   * @param text what the user says
   */
  public static UserMessage of(String text) {
    return new UserMessage(List.of(new TextPart(text)));
  }

  /** {@return all text of the message, joined} */
  public String text() {
    return parts.stream()
        .map(part -> part instanceof TextPart text ? text.text() : "")
        .collect(Collectors.joining());
  }
}
