package dev.adze.agent;

import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What a run has told and its consumers have not heard, counted, with what waits for that: whoever
 * tells more than there is room for, and the effects that begin when everything was heard.
 *
 * <p>Guarded by the lock of the {@link Delivery}, except that one consumer at a time counts what is
 * heard without it. So that nobody waits in vain, the consumer counts and then looks whether it is
 * awaited, and who waits says so and then looks at the count: one of them sees the other.
 */
final class Backlog {
  private static final int MAX_EVENTS = 1_024;
  private static final long MAX_BYTES = 8 << 20;

  private final Condition room;
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong heardBytes = new AtomicLong();
  private long told;
  private long toldBytes;
  private int waiting;
  private volatile boolean awaited;
  private boolean unbounded;
  private boolean stopped;

  Backlog(ReentrantLock lock) {
    this.room = lock.newCondition();
  }

  void add(RunEvent event) {
    told++;
    toldBytes += size(event);
  }

  /**
   * Counts what a consumer has heard; without the lock.
   *
   * @return whether that is awaited, so that {@link #wake} is due
   */
  boolean heard(RunEvent event) {
    // Published by the count, which nobody but this consumer changes.
    heardBytes.lazySet(heardBytes.getPlain() + size(event));
    heard.incrementAndGet();
    return awaited;
  }

  /** Wakes those who wait for room. */
  void wake() {
    room.signalAll();
  }

  boolean isFull() {
    return !unbounded
        && (told - heard.get() >= MAX_EVENTS || toldBytes - heardBytes.get() >= MAX_BYTES);
  }

  /**
   * Waits until there is room.
   *
   * @param wanted whether it is still needed; {@link #wake} has it asked again
   */
  void awaitRoom(BooleanSupplier wanted) {
    waiting++;
    awaited = true;
    while (isFull() && wanted.getAsBoolean()) {
      room.awaitUninterruptibly();
    }
    waiting--;
    noteAwaited();
  }

  /** Lets nobody wait for room any more. */
  void unbind() {
    unbounded = true;
    wake();
  }

  /** Takes an action that has to wait, or is to be dropped; false if it may run at once. */
  boolean hold(Runnable action) {
    if (stopped) {
      return true;
    }
    held.add(action);
    awaited = true;
    if (held.size() > 1 || !isDue()) {
      return true;
    }
    release();
    return false;
  }

  /** Drops all actions, and those that are still to come. */
  void dropActions() {
    stopped = true;
    release();
  }

  /** Whether there are actions, and nothing that they have to wait for. */
  boolean isDue() {
    return told == heard.get() && !held.isEmpty();
  }

  /** Gives away all actions, in the order in which they came. */
  List<Runnable> release() {
    List<Runnable> released = new ArrayList<>(held);
    held.clear();
    noteAwaited();
    return released;
  }

  private void noteAwaited() {
    awaited = waiting > 0 || !held.isEmpty();
  }

  /** The part of an event's size that a provider or a tool decides. */
  private static long size(RunEvent event) {
    if (event instanceof RawResponse raw) {
      return raw.chunk().size();
    }
    return event instanceof ToolCallActivity activity ? activity.text().length() : 0;
  }
}
