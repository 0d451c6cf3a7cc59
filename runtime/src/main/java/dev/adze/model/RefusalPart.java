package dev.adze.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The words with which the model declined to answer.
 *
 * @param text never null
 * @param item the part as its provider wrote it, where text alone would lose something
 */
public record RefusalPart(String text, Optional<ProviderItem> item) implements AssistantPart {
  /** Refuses null. */
  public RefusalPart {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(item, "item");
  }

  /**
   * The text alone.
   *
   * @param text the words with which the model declines
   */
  public RefusalPart(String text) {
    this(text, Optional.empty());
  }
}
