package dev.adze.agent;

import dev.adze.event.RunEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
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
 * <p>The iterator waits for the next event and ends after the last. Every listener of the runner
 * has heard an event before the iterator gives it. If its thread is interrupted while it waits, it
 * throws {@link CancellationException} with the interrupt still set. A run whose events nobody
 * comes for is held before its next model call, tool or approval, until they are fetched or the
 * stream is closed.
 */
public final class EventStream implements Iterable<RunEvent>, AutoCloseable {
  private final Run run;
  private final Feed feed;
  private boolean iterated;

  EventStream(Run run, Feed feed) {
    this.run = run;
    this.feed = feed;
  }

  /** {@return the run whose events these are} */
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
    return new Events(feed);
  }

  /**
   * {@return the events of one kind, such as {@code ToolCallComplete.class}; the others are passed
   * over} Iterating over them is iterating over the stream.
   *
   * @param <E> the kind of event
   * @param type the class of the record
   */
  public <E extends RunEvent> Iterable<E> ofType(Class<E> type) {
    return () -> new EventsOfType<>(iterator(), type);
  }

  /** Ends the iteration, and cancels the run if it has not ended. Does not wait for its end. */
  @Override
  public void close() {
    // In this order, or what was held for this consumer would start after all.
    run.cancel();
    feed.close();
  }

  private static final class Events implements Iterator<RunEvent> {
    private final Feed feed;
    private @Nullable RunEvent next;

    Events(Feed feed) {
      this.feed = feed;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        feed.done();
        next = take();
      }
      return next != null;
    }

    private @Nullable RunEvent take() {
      try {
        return feed.take();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted while waiting for the run's next event.");
      }
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

  private static final class EventsOfType<E extends RunEvent> implements Iterator<E> {
    private final Iterator<RunEvent> all;
    private final Class<E> type;
    private @Nullable E next;

    EventsOfType(Iterator<RunEvent> all, Class<E> type) {
      this.all = all;
      this.type = type;
    }

    @Override
    public boolean hasNext() {
      while (next == null && all.hasNext()) {
        RunEvent event = all.next();
        next = type.isInstance(event) ? type.cast(event) : null;
      }
      return next != null;
    }

    @Override
    public E next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("The run has no more events of this kind.");
      }
      E event = next;
      next = null;
      return event;
    }
  }
}
