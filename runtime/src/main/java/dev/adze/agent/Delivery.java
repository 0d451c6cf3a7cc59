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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way of a run's events from whoever tells them to whoever hears them: numbered and dated, kept
 * in a counted buffer, delivered one at a time by a thread that does nothing else, and then put
 * into the feed of the consumer that comes for them itself, if there is one.
 *
 * <p>Nothing of the user's is called under the lock. The loop's own events are few for each effect
 * and never wait; chunks and reports wait for room. An effect that has to wait for the consumers is
 * kept here until they have heard everything.
 *
 * <p>While the run goes on, a listener that does not return holds it. Once the run is over or
 * cancelled, such a listener is left behind: it hears the rest in its own time, and neither the end
 * of the run nor another listener waits for it.
 *
 * <p>Longer than most files, because all of it shares one lock.
 */
final class Delivery {
  private static final String THREAD = "adze-delivery";
  private static final int MAX_EVENTS = 1_024;
  private static final long MAX_BYTES = 8 << 20;
  private static final long GRACE_MILLIS = 2_000;

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

  /**
   * What a delivery is for.
   *
   * @param ready runs on the delivery thread when the listeners know of the run
   * @param over is given the last event, on the delivery thread, when they have heard it
   */
  record Course(Run run, Runnable ready, Consumer<ExecutionComplete> over) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Queue<Runnable> held = new ArrayDeque<>();
  private final List<Lane> leftBehind = new ArrayList<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Listeners listeners;
  private final UnaryOperator<Runnable> context;
  private final Runnable delivering;
  private final Course course;
  private Lane main;
  private @Nullable Feed feed;
  private @Nullable CompletableFuture<Boolean> watch;
  private int unheard;
  private long unheardBytes;
  private long sequence;
  private boolean complete;
  private boolean unbounded;
  private boolean stopped;
  private boolean over;

  /**
   * @param context puts the caller's thread context around what runs on the delivery thread
   * @param sequence the number of the last event that the run has told before
   */
  Delivery(Listeners listeners, UnaryOperator<Runnable> context, Course course, long sequence) {
    this.sequence = sequence;
    this.listeners = listeners;
    this.context = context;
    this.course = course;
    Lane all = new Lane(listeners.all());
    this.main = all;
    this.delivering = context.apply(() -> deliverAll(all));
  }

  /** Adds the consumer that comes for the events itself, before the start. */
  Feed feed() {
    Feed made = new Feed(this::heard);
    feed = made;
    return made;
  }

  void start() {
    Threads.start(THREAD, delivering);
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
    return threads.contains(Thread.currentThread());
  }

  /** Tells an event of the loop. */
  void tell(RunEvent event) {
    lock.lock();
    try {
      if (!complete) {
        add(event.withHeader(told(event.header())));
        complete = event instanceof ExecutionComplete;
        if (complete) {
          startWatch();
        }
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

  /**
   * Starts nothing more of what waits for the consumers. The cancel that follows brings it to its
   * end, but may be taken up by another thread and later than the consumers catch up.
   */
  void startNothing() {
    lock.lock();
    try {
      stopped = true;
      held.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any more: what is cancelled has to come to its end. */
  void stopWaiting() {
    lock.lock();
    try {
      unbounded = true;
      room.signalAll();
      startWatch();
    } finally {
      lock.unlock();
    }
  }

  /** Does something as soon as the consumers have heard everything that was told so far. */
  void whenCaughtUp(Runnable action) {
    lock.lock();
    try {
      if (stopped) {
        return;
      }
      if (unheard > 0 || !held.isEmpty()) {
        held.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  private void deliverRest(Lane rest) {
    Runnable work = () -> deliverAll(rest);
    try {
      work = context.apply(work);
    } catch (Throwable thrown) {
      Reports.failure("The thread context of run " + course.run().id() + " is lost", thrown);
    }
    Threads.start(THREAD, work);
  }

  private void deliverAll(Lane lane) {
    threads.add(Thread.currentThread());
    try {
      do {
        RunEvent event = lane.event();
        for (RunListener to = next(lane); to != null; to = next(lane)) {
          if (event == null) {
            listeners.start(to, course.run());
          } else {
            listeners.tell(to, event);
          }
        }
        if (isMain(lane)) {
          heardByAll(event);
        }
      } while (!(lane.event() instanceof ExecutionComplete) && awaitNext(lane));
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  private @Nullable RunListener next(Lane lane) {
    lock.lock();
    try {
      return lane.nextListener();
    } finally {
      lock.unlock();
    }
  }

  /** Between calls, which is when this is asked, a lane stays what it is. */
  private boolean isMain(Lane lane) {
    lock.lock();
    try {
      return lane == main;
    } finally {
      lock.unlock();
    }
  }

  private void heardByAll(@Nullable RunEvent event) {
    if (event == null) {
      course.ready().run();
      return;
    }
    if (feed == null) {
      heard(event);
    } else {
      feed.offer(event);
    }
    if (event instanceof ExecutionComplete last) {
      stopWatch();
      course.over().accept(last);
    }
  }

  private void heard(RunEvent event) {
    lock.lock();
    try {
      unheard--;
      unheardBytes -= size(event);
      room.signalAll();
      if (unheard == 0 && !held.isEmpty()) {
        arrived.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean awaitNext(Lane lane) {
    lock.lock();
    try {
      while (!lane.nextEvent()) {
        if (lane == main && unheard == 0 && !held.isEmpty()) {
          release();
        } else {
          arrived.awaitUninterruptibly();
        }
      }
      return true;
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

  private void startWatch() {
    if (watch == null && !over) {
      watch();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The check throws nothing.
  private void watch() {
    long call = main.calls();
    CompletableFuture<Boolean> due =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, GRACE_MILLIS, TimeUnit.MILLISECONDS);
    watch = due;
    due.thenAccept(isDue -> {
      if (isDue) {
        checkProgress(call);
      }
    });
  }

  private void stopWatch() {
    lock.lock();
    try {
      over = true;
      if (watch != null) {
        watch.complete(false);
      }
    } finally {
      lock.unlock();
    }
  }

  private void checkProgress(long call) {
    Lane slow = null;
    Lane rest;
    lock.lock();
    try {
      if (over) {
        return;
      }
      if (main.isStuckIn(call)) {
        slow = main;
        leftBehind.add(slow);
        main = slow.leaveBehind();
      }
      rest = main;
      watch();
    } finally {
      lock.unlock();
    }
    if (slow != null) {
      listeners.leftBehind(slow.called(), course.run());
      deliverRest(rest);
    }
  }

  private void add(RunEvent event) {
    main.add(event);
    leftBehind.forEach(lane -> lane.add(event));
    unheard++;
    unheardBytes += size(event);
    arrived.signalAll();
  }

  private EventHeader told(EventHeader header) {
    return header.told(++sequence, Instant.now());
  }

  private boolean isFull() {
    return !unbounded && (unheard >= MAX_EVENTS || unheardBytes >= MAX_BYTES);
  }

  /** The part of an event's size that a provider or a tool decides. */
  private static long size(RunEvent event) {
    if (event instanceof RawResponse raw) {
      return raw.chunk().size();
    }
    return event instanceof ToolCallActivity activity ? activity.text().length() : 0;
  }
}
