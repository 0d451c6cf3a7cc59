package dev.adze.agent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the steps of a run from any thread and has them taken one at a time, each on the thread of
 * whoever finds the others done. A step throws nothing.
 */
final class Inbox {
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();

  void enter(Runnable step) {
    steps.add(step);
    if (open.getAndIncrement() == 0) {
      do {
        steps.remove().run();
      } while (open.decrementAndGet() > 0);
    }
  }
}
