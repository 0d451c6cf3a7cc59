package dev.adze.agent;

import dev.adze.loop.LoopInput;
import dev.adze.loop.LoopInput.TimerFired;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one run, on the JDK's own timer thread. Touched only while the inbox is emptied.
 */
final class Timers {
  private final Consumer<LoopInput> inbox;
  private final Map<String, CompletableFuture<Boolean>> running = new HashMap<>();

  Timers(Consumer<LoopInput> inbox) {
    this.inbox = inbox;
  }

  /**
   * @param call what is being done for the call that the timer is for, if it is for one
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The inbox throws nothing.
  void set(String timer, Duration delay, @Nullable Task call) {
    CompletableFuture<Boolean> fires =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
    running.put(timer, fires);
    fires.thenAccept(due -> {
      if (due) {
        inbox.accept(new TimerFired(timer, running(call)));
      }
    });
  }

  private static Duration running(@Nullable Task call) {
    return call instanceof ToolTask tool ? tool.running() : Duration.ZERO;
  }

  void cancel(String timer) {
    CompletableFuture<Boolean> fires = running.remove(timer);
    if (fires != null) {
      // Completing it, unlike cancelling it, takes it off the timer thread's queue on every JDK.
      fires.complete(false);
    }
  }

  void cancelAll() {
    running.values().forEach(fires -> fires.complete(false));
    running.clear();
  }
}
