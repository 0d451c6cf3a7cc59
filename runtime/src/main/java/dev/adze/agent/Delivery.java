package dev.adze.agent;

import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.internal.Threads;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way of a run's events from whoever tells them to the listeners: numbered and dated, kept in a
 * counted buffer, and delivered one at a time by a thread that does nothing else.
 *
 * <p>Nothing of the user's is called under the lock. The loop's own events are few for each effect
 * and never wait; chunks and reports wait for room. An effect that has to wait for the listeners is
 * kept here until they have heard everything.
 */
final class Delivery {
  private static final int MAX_EVENTS = 1_024;
  private static final long MAX_BYTES = 8 << 20;

  /** Makes a live event for the place at which it is told. */
  interface Live {
    RunEvent at(EventHeader header, int ordinal);
  }

  /** A model call or a tool call, as long as it may tell live events. */
  static final class Source {
    private final EventHeader header;
    private boolean open = true;
    private int told;

    Source(EventHeader header) {
      this.header = header;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Queue<RunEvent> buffer = new ArrayDeque<>();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final Listeners listeners;
  private long bytes;
  private long sequence;
  private boolean busy = true;
  private boolean complete;
  private boolean unbounded;
  private volatile @Nullable Thread thread;

  /**
   * @param sequence the number of the last event that the run has told before
   */
  Delivery(Listeners listeners, long sequence) {
    this.listeners = listeners;
    this.sequence = sequence;
  }

  /** The number of the last event that was told. */
  long sequence() {
    lock.lock();
    try {
      return sequence;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts the delivery.
   *
   * @param ready runs on the delivery thread when the listeners know of the run
   * @param over is given the last event, on the delivery thread, when they have heard it
   */
  void start(Run run, Runnable ready, Consumer<ExecutionComplete> over) {
    Threads.start(
        "adze-delivery",
        () -> {
          thread = Thread.currentThread();
          listeners.started(run);
          ready.run();
          over.accept(deliverAll());
        });
  }

  boolean isOnItsThread() {
    return Thread.currentThread() == thread;
  }

  /** Tells an event of the loop. */
  void tell(RunEvent event) {
    lock.lock();
    try {
      if (!complete) {
        add(event.withHeader(told(event.header())));
        complete = event instanceof ExecutionComplete;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells a live event when there is room for it, unless its source is closed by then. */
  void tell(Source source, Live event) {
    lock.lock();
    try {
      while (source.open && isFull() && !isOnItsThread()) {
        room.awaitUninterruptibly();
      }
      if (source.open && !complete) {
        add(event.at(told(source.header), ++source.told));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets a source tell no more. */
  void close(Source source) {
    lock.lock();
    try {
      source.open = false;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait for room any more: what is cancelled has to come to its end. */
  void stopWaiting() {
    lock.lock();
    try {
      unbounded = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Does something as soon as the listeners have heard everything that was told so far. */
  void whenCaughtUp(Runnable action) {
    lock.lock();
    try {
      if (busy || !buffer.isEmpty() || !held.isEmpty()) {
        held.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  private ExecutionComplete deliverAll() {
    while (true) {
      RunEvent event = next();
      listeners.tell(event);
      if (event instanceof ExecutionComplete last) {
        return last;
      }
    }
  }

  private RunEvent next() {
    lock.lock();
    try {
      RunEvent event;
      while ((event = buffer.poll()) == null) {
        busy = false;
        if (held.isEmpty()) {
          arrived.awaitUninterruptibly();
        } else {
          release();
        }
      }
      busy = true;
      bytes -= size(event);
      room.signal();
      return event;
    } finally {
      lock.unlock();
    }
  }

  private void release() {
    List<Runnable> released = new ArrayList<>(held);
    held.clear();
    lock.unlock();
    try {
      released.forEach(Runnable::run);
    } finally {
      lock.lock();
    }
  }

  private void add(RunEvent event) {
    buffer.add(event);
    bytes += size(event);
    arrived.signal();
  }

  private EventHeader told(EventHeader header) {
    return header.told(++sequence, Instant.now());
  }

  private boolean isFull() {
    return !unbounded && (buffer.size() >= MAX_EVENTS || bytes >= MAX_BYTES);
  }

  /** The part of an event's size that a provider or a tool decides. */
  private static long size(RunEvent event) {
    if (event instanceof RawResponse raw) {
      return raw.chunk().size();
    }
    return event instanceof ToolCallActivity activity ? activity.text().length() : 0;
  }
}
