package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.internal.Threads;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives each subscriber a run of its own. */
final class EventPublisher implements Flow.Publisher<RunEvent> {
  private final Supplier<RunDriver> runs;

  /**
   * @param runs makes a run that has not been started
   */
  EventPublisher(Supplier<RunDriver> runs) {
    this.runs = runs;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super RunEvent> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    Subscription subscription = new Subscription(runs.get(), subscriber);
    try {
      subscriber.onSubscribe(subscription);
    } catch (Throwable thrown) {
      subscription.broken(thrown);
    }
    subscription.letGo();
  }

  /**
   * One subscriber and its run, which starts with the first request. A thread calls the subscriber
   * for as long as events are wanted; it ends when they are not, so that who asks for no more costs
   * none.
   */
  private static final class Subscription implements Flow.Subscription {
    private enum Turn {
      EVENT,
      ERROR,
      NONE
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final RunDriver driver;
    private final Feed feed;
    private final Flow.Subscriber<? super RunEvent> subscriber;
    private long wanted;
    private @Nullable Throwable error;
    private @Nullable Run run;

    /** Nothing is signalled any more. */
    private boolean over;

    /** Whether somebody calls the subscriber; at first it is being told of this subscription. */
    private boolean calling = true;

    Subscription(RunDriver driver, Flow.Subscriber<? super RunEvent> subscriber) {
      this.driver = driver;
      this.feed = driver.feed();
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      lock.lock();
      try {
        if (n > 0) {
          wanted = n > Long.MAX_VALUE - wanted ? Long.MAX_VALUE : wanted + n;
        } else if (error == null) {
          error = notPositive(n);
        }
        startCalling();
      } finally {
        lock.unlock();
      }
      if (n <= 0) {
        stop();
      }
    }

    private static IllegalArgumentException notPositive(long n) {
      return new IllegalArgumentException(
          "A subscriber asks for a positive number of events (rule 3.9 of Reactive Streams), but"
              + " this one asked for "
              + n
              + ". Its run is cancelled.");
    }

    @Override
    public void cancel() {
      lock.lock();
      try {
        over = true;
      } finally {
        lock.unlock();
      }
      stop();
    }

    /** A subscriber that throws is called no more. */
    void broken(Throwable thrown) {
      Reports.failure(
          "A subscriber, "
              + subscriber.getClass().getName()
              + ", failed in run "
              + driver.id()
              + ", which is cancelled",
          thrown);
      cancel();
    }

    /** The subscriber is not being called any more, and may have asked for events meanwhile. */
    void letGo() {
      lock.lock();
      try {
        calling = false;
        if (wanted > 0 || error != null) {
          startCalling();
        }
      } finally {
        lock.unlock();
      }
    }

    private void startCalling() {
      if (!calling && !over) {
        calling = true;
        Threads.start("adze-subscriber", new Carried(driver.context(), this::call));
      }
    }

    private void call() {
      try {
        for (Turn turn = next(); turn != Turn.NONE; turn = next()) {
          if (turn == Turn.ERROR) {
            subscriber.onError(Objects.requireNonNull(error));
          } else {
            callWithEvent();
          }
        }
      } catch (Throwable thrown) {
        broken(thrown);
      }
    }

    private Turn next() {
      lock.lock();
      try {
        if (over) {
          return Turn.NONE;
        }
        if (error != null) {
          over = true;
          return Turn.ERROR;
        }
        if (wanted == 0) {
          calling = false;
          return Turn.NONE;
        }
        wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
        return run == null ? start() : Turn.EVENT;
      } finally {
        lock.unlock();
      }
    }

    /** Another run may have the session. */
    private Turn start() {
      try {
        run = driver.start();
        return Turn.EVENT;
      } catch (IllegalStateException refused) {
        error = refused;
        over = true;
        return Turn.ERROR;
      }
    }

    /** There is no event if the subscriber has left or made a mistake meanwhile. */
    private void callWithEvent() throws InterruptedException {
      RunEvent event = feed.take();
      if (event == null) {
        return;
      }
      subscriber.onNext(event);
      feed.done();
      if (event instanceof ExecutionComplete && end()) {
        subscriber.onComplete();
      }
    }

    private boolean end() {
      lock.lock();
      try {
        boolean first = !over;
        over = true;
        return first;
      } finally {
        lock.unlock();
      }
    }

    private void stop() {
      Run started;
      lock.lock();
      try {
        started = run;
      } finally {
        lock.unlock();
      }
      if (started != null) {
        // Before the feed is closed, or what was held for this subscriber would start after all.
        started.cancel();
      }
      feed.close();
    }
  }
}
