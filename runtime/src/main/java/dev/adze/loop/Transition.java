package dev.adze.loop;

import dev.adze.event.RunEvent;
import java.util.List;
import java.util.Objects;

/**
 * What an input led to.
 *
 * @param state the state from now on
 * @param events what is to be told, in order, before any of the effects is performed; not stamped
 * @param effects what is to be done, in order; each may take its time
 */
public record Transition(RunState state, List<RunEvent> events, List<Effect> effects) {
  /** Copies the lists and refuses null. */
  public Transition {
    Objects.requireNonNull(state, "state");
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }
}
