package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run, to be iterated over once, by one thread.
 *
 * <pre>{@code
 * try (EventStream events = runner.open("A table for four on Friday")) {
 *   for (RunEvent event : events) { ... }
 * }
 * }</pre>
 *
 * <p>The iterator waits for the next event and ends after the last. If its thread is interrupted
 * while it waits, it throws {@link CancellationException} with the interrupt still set.
 */
public final class EventStream implements Iterable<RunEvent>, AutoCloseable {
  private final Run run;
  private final Handover handover;
  private boolean iterated;

  EventStream(Run run, Handover handover) {
    this.run = run;
    this.handover = handover;
  }

  /** The run whose events these are. */
  public Run run() {
    return run;
  }

  /**
   * The events.
   *
   * @throws IllegalStateException if it was called before
   */
  @Override
  public Iterator<RunEvent> iterator() {
    if (iterated) {
      throw new IllegalStateException(
          "An EventStream is iterated over once, but iterator() was called again. Keep the events"
              + " in a list, or attach a listener for each consumer.");
    }
    iterated = true;
    return new Events(handover);
  }

  /** Ends the iteration, and cancels the run if it has not ended. Does not wait for its end. */
  @Override
  public void close() {
    if (handover.close()) {
      run.cancel();
    }
  }

  private static final class Events implements Iterator<RunEvent> {
    private final Handover handover;
    private @Nullable RunEvent next;

    Events(Handover handover) {
      this.handover = handover;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = handover.take();
      }
      return next != null;
    }

    @Override
    public RunEvent next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("The run has no more events.");
      }
      RunEvent event = next;
      next = null;
      return event;
    }
  }

  /** Passes one event at a time from the run's delivery thread to the iterating one. */
  static final class Handover implements RunListener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable RunEvent event;
    private boolean last;
    private boolean closed;

    /** Waits for the iteration, so that a slow one holds the run as a slow listener does. */
    @Override
    public void onEvent(RunEvent next) {
      lock.lock();
      try {
        while (event != null && !closed) {
          changed.awaitUninterruptibly();
        }
        event = next;
        last = next instanceof ExecutionComplete;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    /** The next event, or null after the last and after the close. */
    @Nullable RunEvent take() {
      lock.lock();
      try {
        while (event == null && !last && !closed) {
          changed.await();
        }
        RunEvent taken = closed ? null : event;
        event = null;
        changed.signalAll();
        return taken;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while waiting for the run's next event.");
      } finally {
        lock.unlock();
      }
    }

    /** Lets go of both sides; whether the run had not told its last event yet. */
    boolean close() {
      lock.lock();
      try {
        closed = true;
        changed.signalAll();
        return !last;
      } finally {
        lock.unlock();
      }
    }
  }
}
