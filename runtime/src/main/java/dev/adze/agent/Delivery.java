package dev.adze.agent;

import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The way of a run's events from whoever tells them to whoever hears them: numbered and dated here,
 * counted in the {@link Backlog}, and delivered one at a time by the {@link Courier}.
 *
 * <p>Nothing of the user's is called under the lock, which all three share. The loop's own events
 * are few for each effect and never wait; chunks and reports wait for room. An effect that has to
 * wait for the consumers is kept until they have heard everything.
 */
final class Delivery {
  /** Makes a live event of what happened, for the place at which it is told. */
  interface Live<T> {
    RunEvent at(EventHeader header, int ordinal, T happened);
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

  /**
   * What a delivery is for.
   *
   * @param ready runs on the delivery thread when the listeners know of the run
   * @param over is given the last event, on the delivery thread, when they have heard it
   */
  record Course(Run run, Runnable ready, Consumer<ExecutionComplete> over) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Backlog backlog = new Backlog(lock);
  private final Courier courier;
  private long sequence;
  private boolean complete;

  /**
   * @param context puts the caller's thread context around what runs on the delivery thread
   * @param sequence the number of the last event that the run has told before
   */
  Delivery(Listeners listeners, UnaryOperator<Runnable> context, Course course, long sequence) {
    this.courier = new Courier(lock, backlog, listeners, context, course);
    this.sequence = sequence;
  }

  /** Adds the consumer that comes for the events itself, before the start. */
  Feed feed() {
    return courier.feed();
  }

  void start() {
    courier.start();
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

  boolean isOnItsThread() {
    return courier.isOnItsThread();
  }

  /** Tells an event of the loop. */
  void tell(RunEvent event) {
    lock.lock();
    try {
      if (!complete) {
        add(event.withHeader(told(event.header(), Instant.now())));
        complete = event instanceof ExecutionComplete;
        if (complete) {
          courier.startWatch();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells live events one by one as there is room for them, unless their source is closed by then.
   */
  <T> void tell(Source source, List<T> happened, Live<T> event) {
    lock.lock();
    try {
      Instant now = Instant.now();
      for (T one : happened) {
        if (backlog.isFull()) {
          backlog.awaitRoom(() -> source.open && !courier.isOnItsThread());
          now = Instant.now();
        }
        if (source.open && !complete) {
          add(event.at(told(source.header, now), ++source.told, one));
        }
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
      backlog.wake();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts nothing more of what waits for the consumers. The cancel that follows brings it to its
   * end, but may be taken up by another thread and later than the consumers catch up.
   */
  void startNothing() {
    lock.lock();
    try {
      backlog.dropActions();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any more: what is cancelled has to come to its end. */
  void stopWaiting() {
    lock.lock();
    try {
      backlog.unbind();
      courier.startWatch();
    } finally {
      lock.unlock();
    }
  }

  /** Does something as soon as the consumers have heard everything that was told so far. */
  void whenCaughtUp(Runnable action) {
    lock.lock();
    try {
      if (backlog.hold(action)) {
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  private void add(RunEvent event) {
    backlog.add(event);
    courier.add(event);
  }

  private EventHeader told(EventHeader header, Instant time) {
    return header.told(++sequence, time);
  }
}
