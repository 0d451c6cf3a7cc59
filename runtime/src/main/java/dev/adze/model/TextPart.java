package dev.adze.model;

import java.util.Objects;

/**
 * Plain text.
 *
 * @param text never null; may be empty
 */
public record TextPart(String text) implements UserPart, AssistantPart {
  /** Refuses null. */
  public TextPart {
    Objects.requireNonNull(text, "text");
  }
}
