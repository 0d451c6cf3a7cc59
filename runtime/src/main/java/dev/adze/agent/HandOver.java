package dev.adze.agent;

import dev.adze.internal.Threads;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Does what hands tasks to a user's executor, in order and on a thread of its own: an executor may
 * keep that thread waiting for room, and the run has to hear of a cancel meanwhile. The thread is
 * there only as long as there is something to hand over.
 */
final class HandOver implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Takes a step, which throws nothing. */
  @Override
  public void execute(Runnable step) {
    synchronized (this) {
      waiting.add(step);
      if (busy) {
        return;
      }
      busy = true;
    }
    Threads.startOrRun("adze-hand-over", this::handOver);
  }

  private void handOver() {
    for (Runnable step = next(); step != null; step = next()) {
      step.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.poll();
    busy = next != null;
    return next;
  }
}
