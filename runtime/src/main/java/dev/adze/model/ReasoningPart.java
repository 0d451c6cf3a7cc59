package dev.adze.model;

import java.util.Objects;

/**
 * What the model thought before it answered, as far as the provider shows it.
 *
 * @param text never null; may be empty
 */
public record ReasoningPart(String text) implements AssistantPart {
  /** Refuses null. */
  public ReasoningPart {
    Objects.requireNonNull(text, "text");
  }
}
