package dev.adze.event;

import java.util.Objects;

/**
 * An event that a log holds and that this version does not know, because a later one has written
 * it. No run tells it.
 *
 * @param header where the event stands
 * @param name the event's name on the wire
 * @param json the whole event as the log holds it
 */
public record UnknownEvent(EventHeader header, String name, String json) implements RunEvent {
  /** Refuses null. */
  public UnknownEvent {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(json, "json");
  }

  @Override
  public UnknownEvent withHeader(EventHeader header) {
    return new UnknownEvent(header, name, json);
  }
}
