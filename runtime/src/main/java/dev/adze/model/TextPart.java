package dev.adze.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Plain text.
 *
 * @param text never null; may be empty
 * @param item the part as its provider wrote it, where text alone would lose something
 */
public record TextPart(String text, Optional<ProviderItem> item)
    implements UserPart, AssistantPart {
  /** Refuses null. */
  public TextPart {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(item, "item");
  }

  /**
   * The text alone.
   *
   * @param text what is said
   */
  public TextPart(String text) {
    this(text, Optional.empty());
  }
}
