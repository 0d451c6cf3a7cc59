package dev.adze.model;

import java.util.Objects;

/**
 * The words with which the model declined to answer.
 *
 * @param text never null
 */
public record RefusalPart(String text) implements AssistantPart {
  /** Refuses null. */
  public RefusalPart {
    Objects.requireNonNull(text, "text");
  }
}
