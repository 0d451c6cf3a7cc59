package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events for a consumer that comes for them itself, kept until it does. One that is behind
 * holds the run as a slow listener does, but never the end of it.
 */
final class Feed {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<RunEvent> events = new ArrayDeque<>();
  private final Consumer<RunEvent> heard;
  private @Nullable RunEvent taken;
  private boolean last;
  private boolean closed;

  /**
   * @param heard is given every event when the consumer is through with it, or has left
   */
  Feed(Consumer<RunEvent> heard) {
    this.heard = heard;
  }

  /** Puts an event in; never waits. */
  void offer(RunEvent event) {
    lock.lock();
    try {
      if (!closed) {
        events.add(event);
        last = event instanceof ExecutionComplete;
        changed.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    heard.accept(event);
  }

  /** Waits for the next event; null after the last and after the close. */
  @Nullable RunEvent take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (events.isEmpty() && !last && !closed) {
        changed.await();
      }
      taken = events.poll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** The consumer is through with what it took; without effect if that is nothing. */
  void done() {
    RunEvent event;
    lock.lock();
    try {
      event = taken;
      taken = null;
    } finally {
      lock.unlock();
    }
    if (event != null) {
      heard.accept(event);
    }
  }

  /** Takes no more, and lets go of what is there and of who waits for more. */
  void close() {
    RunEvent[] left;
    lock.lock();
    try {
      closed = true;
      left = events.toArray(RunEvent[]::new);
      events.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    done();
    for (RunEvent event : left) {
      heard.accept(event);
    }
  }
}
