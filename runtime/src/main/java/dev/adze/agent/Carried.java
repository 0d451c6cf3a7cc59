package dev.adze.agent;

import java.util.function.UnaryOperator;

/**
 * Work in the thread context of a run, which is done without it if the context fails: somebody
 * waits for it, and it is none of the context's business whether it happens.
 */
final class Carried implements Runnable {
  private final UnaryOperator<Runnable> context;
  private final Runnable work;
  private boolean begun;

  Carried(UnaryOperator<Runnable> context, Runnable work) {
    this.context = context;
    this.work = work;
  }

  @Override
  public void run() {
    try {
      context.apply(this::begin).run();
    } catch (Throwable thrown) {
      Reports.failure("The thread context of a run failed", thrown);
    }
    begin();
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    work.run();
  }
}
