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
  private final Consumer<RunEvent> heard;
  private Queue<RunEvent> offered = new ArrayDeque<>();
  private boolean last;
  private volatile boolean closed;

  // The consumer's own, which fetches all that is there at once.
  private Queue<RunEvent> batch = new ArrayDeque<>();
  private @Nullable RunEvent taken;

  /**
   * @param heard is given every event when the consumer is through with it
   */
  Feed(Consumer<RunEvent> heard) {
    this.heard = heard;
  }

  /** Puts an event in; never waits. */
  void offer(RunEvent event) {
    lock.lock();
    try {
      if (!closed) {
        offered.add(event);
        last = event instanceof ExecutionComplete;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next event; null after the last and after the close. */
  @Nullable RunEvent take() throws InterruptedException {
    if (batch.isEmpty()) {
      fetch();
    }
    taken = closed ? null : batch.poll();
    return taken;
  }

  private void fetch() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (offered.isEmpty() && !last && !closed) {
        changed.await();
      }
      Queue<RunEvent> empty = batch;
      batch = offered;
      offered = empty;
    } finally {
      lock.unlock();
    }
  }

  /** The consumer is through with what it took; without effect if that is nothing. */
  void done() {
    RunEvent event = taken;
    taken = null;
    if (event != null) {
      heard.accept(event);
    }
  }

  /**
   * Gives and takes no more, and lets go of who waits for more. The run was cancelled before, so
   * that it waits for nobody.
   */
  void close() {
    lock.lock();
    try {
      closed = true;
      offered.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
