package dev.adze.event;

import java.util.Objects;

/**
 * A response broke off after the model had begun to speak, and the model is asked again: what this
 * attempt has said so far does not count. Comes before the next attempt's first chunk.
 *
 * @param header where the event stands
 * @param attempt which attempt of the step's model call broke, from 1
 * @param text the answer's text that it had said; may be empty
 */
public record ResponseDiscarded(EventHeader header, int attempt, String text) implements RunEvent {
  /** Refuses null. */
  public ResponseDiscarded {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String name() {
    return "agent.response_discarded";
  }

  @Override
  public ResponseDiscarded withHeader(EventHeader header) {
    return new ResponseDiscarded(header, attempt, text);
  }
}
