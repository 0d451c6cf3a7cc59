package dev.adze.model;

import java.util.Objects;

/**
 * An instruction to the model that stands above what users say.
 *
 * @param text the instruction
 */
public record SystemMessage(String text) implements Message {
  /** Refuses null. */
  public SystemMessage {
    Objects.requireNonNull(text, "text");
  }
}
