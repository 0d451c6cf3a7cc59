package dev.adze.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What the model thought before it answered, as far as the provider shows it.
 *
 * @param text never null; may be empty
 * @param item the part as its provider wrote it, where text alone would lose something
 */
public record ReasoningPart(String text, Optional<ProviderItem> item) implements AssistantPart {
  /** Refuses null. */
  public ReasoningPart {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(item, "item");
  }

  /**
   * The text alone.
   *
   * @param text what the model thinks, as far as it is shown
   */
  public ReasoningPart(String text) {
    this(text, Optional.empty());
  }
}
