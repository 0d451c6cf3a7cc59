package dev.adze.agent;

import dev.adze.internal.Threads;
import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.TimerFired;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The timers of one run, on the JDK's own timer thread. Safe for use by many threads. */
final class Timers {
  private final Consumer<LoopInput> inbox;
  private final Map<String, CompletableFuture<Boolean>> running = new HashMap<>();
  private boolean closed;

  Timers(Consumer<LoopInput> inbox) {
    this.inbox = inbox;
  }

  /**
   * @param work what the timer is for, if it is for a piece of work
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The inbox throws nothing.
  void set(String timer, Duration delay, @Nullable Task work) {
    CompletableFuture<Boolean> fires = new CompletableFuture<>();
    synchronized (this) {
      if (closed) {
        return;
      }
      running.put(timer, fires);
    }
    fires.completeOnTimeout(true, nanos(delay), TimeUnit.NANOSECONDS);
    fires.thenAccept(due -> {
      if (due) {
        // Not on the timer thread, of which the process has one: what follows may call the user's.
        Threads.startOrRun("adze-timer", () -> inbox.accept(new TimerFired(timer, running(work))));
      }
    });
  }

  /** Some 292 years stand for whatever is longer. */
  private static long nanos(Duration delay) {
    return delay.toSeconds() < Long.MAX_VALUE / 1_000_000_000L ? delay.toNanos() : Long.MAX_VALUE;
  }

  private static Duration running(@Nullable Task work) {
    return work instanceof ToolTask tool ? tool.running() : Duration.ZERO;
  }

  void cancel(String timer) {
    CompletableFuture<Boolean> fires;
    synchronized (this) {
      fires = running.remove(timer);
    }
    if (fires != null) {
      // Completing it, unlike cancelling it, takes it off the timer thread's queue on every JDK.
      fires.complete(false);
    }
  }

  /** Forgets all timers, also those that are yet to be set. */
  void close() {
    List<CompletableFuture<Boolean>> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(running.values());
      running.clear();
    }
    all.forEach(fires -> fires.complete(false));
  }
}
