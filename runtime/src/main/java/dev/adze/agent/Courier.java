package dev.adze.agent;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.internal.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls the listeners of a run, one at a time on a thread that does nothing else, and then gives
 * each event to the feed of the consumer that comes for it itself, if there is one.
 *
 * <p>While the run goes on, a listener that does not return holds it. Once the run is watched
 * because it is over or cancelled, such a listener is left behind in a {@link Lane} of its own: it
 * hears the rest in its own time, and neither the end of the run nor another listener waits for it.
 */
final class Courier {
  private static final String THREAD = "adze-delivery";
  private static final long GRACE_MILLIS = 2_000;

  private final ReentrantLock lock;
  private final Condition arrived;
  private final Backlog backlog;
  private final List<Lane> leftBehind = new ArrayList<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Listeners listeners;
  private final UnaryOperator<Runnable> context;
  private final Delivery.Course course;
  private Lane main;
  private @Nullable Feed feed;
  private @Nullable CompletableFuture<Boolean> watch;
  private boolean over;

  /**
   * @param lock the one of the delivery, under which nothing of the user's is called
   * @param context puts the caller's thread context around what runs on the delivery thread
   */
  Courier(
      ReentrantLock lock,
      Backlog backlog,
      Listeners listeners,
      UnaryOperator<Runnable> context,
      Delivery.Course course) {
    this.lock = lock;
    this.arrived = lock.newCondition();
    this.backlog = backlog;
    this.listeners = listeners;
    this.context = context;
    this.course = course;
    this.main = new Lane(listeners.all());
  }

  /** Adds the consumer that comes for the events itself, before the start. */
  Feed feed() {
    Feed made = new Feed(this::heard);
    feed = made;
    return made;
  }

  void start() {
    startToDeliver(main);
  }

  boolean isOnItsThread() {
    return threads.contains(Thread.currentThread());
  }

  /** Takes an event to deliver; under the lock. */
  void add(RunEvent event) {
    main.add(event);
    leftBehind.forEach(lane -> lane.add(event));
    arrived.signalAll();
  }

  /** From now on leaves a listener behind that does not return; under the lock. */
  void startWatch() {
    if (watch == null && !over) {
      watch();
    }
  }

  private void startToDeliver(Lane lane) {
    Threads.start(THREAD, new Carried(context, () -> deliverAll(lane)));
  }

  private void deliverAll(Lane lane) {
    threads.add(Thread.currentThread());
    try {
      do {
        deliver(lane);
      } while (!lane.isOver() && (lane.nextEvent() || awaitNext(lane)));
    } finally {
      threads.remove(Thread.currentThread());
    }
  }

  private void deliver(Lane lane) {
    RunEvent event = lane.event();
    for (RunListener to = lane.nextListener(); to != null; to = lane.nextListener()) {
      if (event == null) {
        listeners.start(to, course.run());
      } else {
        listeners.tell(to, event);
      }
      if (!lane.returned()) {
        stayAlone(lane);
      }
    }
    if (!lane.isAlone()) {
      heardByAll(event);
    }
  }

  private void stayAlone(Lane lane) {
    lock.lock();
    try {
      lane.stayAlone();
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
    if (backlog.heard(event)) {
      lock.lock();
      try {
        backlog.wake();
        if (backlog.isDue()) {
          arrived.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean awaitNext(Lane lane) {
    lock.lock();
    try {
      while (!lane.nextBatch()) {
        if (!lane.isAlone() && backlog.isDue()) {
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
    List<Runnable> released = backlog.release();
    lock.unlock();
    try {
      released.forEach(Runnable::run);
    } finally {
      lock.lock();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The check throws nothing.
  private void watch() {
    long call = main.underWay();
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
    RunListener slow = null;
    Lane rest;
    lock.lock();
    try {
      if (over) {
        return;
      }
      if (main.leave(call)) {
        slow = main.called();
        leftBehind.add(main);
        main = main.others();
      }
      rest = main;
      watch();
    } finally {
      lock.unlock();
    }
    if (slow != null) {
      listeners.leftBehind(slow, course.run());
      startToDeliver(rest);
    }
  }
}
