package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Listeners that one thread calls, one after another and event by event, and how far it has come.
 *
 * <p>What has arrived is guarded by the lock of the {@link Delivery}. The thread takes all of it at
 * once and goes through that without the lock, for its place there is its own. Only while it is in
 * a call may somebody else look at the place, and leave it behind there: the number of the call is
 * published after the place has changed, and is taken back before it changes again, which fails if
 * the thread was left behind meanwhile.
 */
final class Lane {
  private static final long NO_CALL = 0;
  private static final long LEFT_BEHIND = -1;

  private Queue<RunEvent> arrived;

  // The place.
  private Queue<RunEvent> batch;
  private List<RunListener> listeners;
  private int nextListener;

  /** What the listeners hear now; null while they hear of the start. */
  private @Nullable RunEvent event;

  private final AtomicLong call = new AtomicLong(NO_CALL);
  private long calls;
  private boolean alone;

  /** A lane at the start of its run. */
  Lane(List<RunListener> listeners) {
    this.arrived = new ArrayDeque<>();
    this.batch = new ArrayDeque<>();
    this.listeners = List.copyOf(listeners);
  }

  private Lane(Lane from, List<RunListener> listeners) {
    this.arrived = new ArrayDeque<>(from.arrived);
    this.batch = new ArrayDeque<>(from.batch);
    this.listeners = listeners;
    this.nextListener = from.nextListener - 1;
    this.event = from.event;
  }

  /** Takes an event; with the lock. */
  void add(RunEvent next) {
    arrived.add(next);
  }

  /** Goes on to what has arrived; false if nothing has. With the lock. */
  boolean nextBatch() {
    Queue<RunEvent> empty = batch;
    batch = arrived;
    arrived = empty;
    return nextEvent();
  }

  /** Goes on to the next event of the batch; false after its last. */
  boolean nextEvent() {
    RunEvent next = batch.poll();
    if (next == null) {
      return false;
    }
    event = next;
    nextListener = 0;
    return true;
  }

  @Nullable RunEvent event() {
    return event;
  }

  /** Whether the event is the last there is. */
  boolean isOver() {
    return event instanceof ExecutionComplete;
  }

  /** The next one to hear the current event, who counts as being called; null after the last. */
  @Nullable RunListener nextListener() {
    if (nextListener == listeners.size()) {
      return null;
    }
    nextListener++;
    if (!alone) {
      call.setRelease(++calls);
    }
    return called();
  }

  /** Notes that the listener has returned; false if it was left behind meanwhile. */
  boolean returned() {
    return alone || call.compareAndSet(calls, NO_CALL);
  }

  /** Keeps only the listener that was left behind; with the lock, so that the others are gone. */
  void stayAlone() {
    listeners = List.of(called());
    nextListener = 1;
    alone = true;
  }

  /** Whether these are not all listeners but one that was left behind. */
  boolean isAlone() {
    return alone;
  }

  /** The number of the call that is under way, for other threads; it is never used again. */
  long underWay() {
    return call.get();
  }

  /** Leaves the listener behind that is in the call of this number; false if none is. */
  boolean leave(long stuck) {
    return stuck != NO_CALL && call.compareAndSet(stuck, LEFT_BEHIND);
  }

  /** The lane in which the others go on; with the lock under which this one was left. */
  Lane others() {
    List<RunListener> others = new ArrayList<>(listeners);
    others.remove(nextListener - 1);
    return new Lane(this, others);
  }

  /** The listener being called. */
  RunListener called() {
    return listeners.get(nextListener - 1);
  }
}
