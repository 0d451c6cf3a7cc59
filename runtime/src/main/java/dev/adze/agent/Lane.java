package dev.adze.agent;

import dev.adze.event.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Listeners that one thread calls, one after another and event by event, and how far it has come.
 * Guarded by the lock of the {@link Delivery}.
 */
final class Lane {
  private final Queue<RunEvent> events;
  private List<RunListener> listeners;

  /** What the listeners hear now; null while they hear of the start. */
  private @Nullable RunEvent event;

  private int position;
  private boolean calling;
  private long calls;

  /** A lane at the start of its run. */
  Lane(List<RunListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.events = new ArrayDeque<>();
  }

  private Lane(Lane from, List<RunListener> listeners) {
    this.listeners = listeners;
    this.events = new ArrayDeque<>(from.events);
    this.event = from.event;
    this.position = from.position - 1;
  }

  void add(RunEvent next) {
    events.add(next);
  }

  /** The next one to hear the current event, who counts as being called; null after the last. */
  @Nullable RunListener nextListener() {
    calling = position < listeners.size();
    calls++;
    return calling ? listeners.get(position++) : null;
  }

  @Nullable RunEvent event() {
    return event;
  }

  /** Goes on to the next event; false if there is none yet. */
  boolean nextEvent() {
    RunEvent next = events.poll();
    if (next == null) {
      return false;
    }
    event = next;
    position = 0;
    return true;
  }

  /** Changes with every call of a listener. */
  long calls() {
    return calls;
  }

  /** Whether a listener is still in the call that had this number. */
  boolean isStuckIn(long call) {
    return calling && calls == call;
  }

  /** The listener being called. */
  RunListener called() {
    return listeners.get(position - 1);
  }

  /**
   * Leaves the listener that is being called on its own in this lane, where it hears whatever is
   * still to come; the others go on in the lane that is returned.
   */
  Lane leaveBehind() {
    RunListener slow = called();
    List<RunListener> others = new ArrayList<>(listeners);
    others.remove(position - 1);
    Lane rest = new Lane(this, others);
    listeners = List.of(slow);
    position = 1;
    return rest;
  }
}
