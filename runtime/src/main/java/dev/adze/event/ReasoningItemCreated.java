package dev.adze.event;

import java.util.Objects;

/**
 * A complete response held reasoning.
 *
 * @param header where the event stands
 * @param text the reasoning, as far as the provider shows it; may be empty
 */
public record ReasoningItemCreated(EventHeader header, String text) implements RunEvent {
  /** Refuses null. */
  public ReasoningItemCreated {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String name() {
    return "reasoning_item_created";
  }

  @Override
  public ReasoningItemCreated withHeader(EventHeader header) {
    return new ReasoningItemCreated(header, text);
  }
}
