package dev.adze.agent;

import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run has told and its consumers have not heard, counted, with what waits for that: whoever
 * tells more than there is room for, and the effects that begin when everything was heard. Guarded
 * by the lock of the {@link Delivery}.
 */
final class Backlog {
  private static final int MAX_EVENTS = 1_024;
  private static final long MAX_BYTES = 8 << 20;

  private final Condition room;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private int events;
  private long bytes;
  private boolean unbounded;
  private boolean stopped;

  Backlog(ReentrantLock lock) {
    this.room = lock.newCondition();
  }

  void add(RunEvent event) {
    events++;
    bytes += size(event);
  }

  void heard(RunEvent event) {
    events--;
    bytes -= size(event);
    room.signalAll();
  }

  boolean isFull() {
    return !unbounded && (events >= MAX_EVENTS || bytes >= MAX_BYTES);
  }

  /** Signalled whenever there may be room, or no need of it. */
  Condition room() {
    return room;
  }

  /** Lets nobody wait for room any more. */
  void unbind() {
    unbounded = true;
    room.signalAll();
  }

  /** Takes an action that has to wait, or is to be dropped; false if it may run at once. */
  boolean hold(Runnable action) {
    if (stopped) {
      return true;
    }
    boolean waits = events > 0 || !held.isEmpty();
    if (waits) {
      held.add(action);
    }
    return waits;
  }

  /** Drops all actions, and those that are still to come. */
  void dropActions() {
    stopped = true;
    held.clear();
  }

  /** Whether there are actions, and nothing that they have to wait for. */
  boolean isDue() {
    return events == 0 && !held.isEmpty();
  }

  /** Gives away all actions, in the order in which they came. */
  List<Runnable> release() {
    List<Runnable> released = new ArrayList<>(held);
    held.clear();
    return released;
  }

  /** The part of an event's size that a provider or a tool decides. */
  private static long size(RunEvent event) {
    if (event instanceof RawResponse raw) {
      return raw.chunk().size();
    }
    return event instanceof ToolCallActivity activity ? activity.text().length() : 0;
  }
}
