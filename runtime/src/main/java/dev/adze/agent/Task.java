package dev.adze.agent;

import dev.adze.loop.Effect.Deadline;
import dev.adze.loop.LoopInput;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One effect being performed: launched once, called off at any moment, and always coming back with
 * exactly one input, whatever happens to it.
 */
abstract class Task implements Runnable {
  private enum Phase {
    WAITING,
    RUNNING,
    OVER
  }

  private final Consumer<LoopInput> inbox;
  private Phase phase = Phase.WAITING;
  private volatile boolean cancelled;
  private boolean back;
  private @Nullable Thread runner;
  private @Nullable Thread handingOver;
  private @Nullable Timers timers;
  private @Nullable Deadline deadline;

  Task(Consumer<LoopInput> inbox) {
    this.inbox = inbox;
  }

  /** Does the work, on a thread of the executor. What it throws goes to {@link #failed}. */
  abstract LoopInput perform() throws Throwable;

  /** What to come back with when the work threw, or could not be handed to the executor. */
  abstract LoopInput failed(Throwable thrown);

  /** What to come back with when the work was called off before it began. */
  abstract LoopInput notRun();

  /** Has the timer set when the work begins, and forgotten when it is over. */
  final void limit(Timers timers, Deadline deadline) {
    this.timers = timers;
    this.deadline = deadline;
  }

  /** Tells running work to stop, besides the interrupt; on the thread that cancels. */
  void stop() {}

  /** Notes that running work is called off, so that whoever is interrupted can see why. */
  void calledOff() {}

  /** Whether running work is interrupted when it is called off. */
  boolean interruptible() {
    return true;
  }

  /**
   * Hands the work to the executor, unless it was called off.
   *
   * @param context puts the caller's thread context around it
   */
  final void launch(Executor executor, UnaryOperator<Runnable> context) {
    synchronized (this) {
      if (phase != Phase.WAITING) {
        return;
      }
    }
    handingOver = Thread.currentThread();
    try {
      Runnable inContext = context.apply(this);
      executor.execute(() -> run(inContext));
    } catch (Throwable refused) {
      refuse(refused);
    } finally {
      handingOver = null;
    }
  }

  /** Comes back also if the context does not get as far as the work. */
  private void run(Runnable inContext) {
    try {
      inContext.run();
    } catch (Throwable thrown) {
      if (refuse(thrown)) {
        return;
      }
      throw thrown;
    }
    refuse(
        new IllegalStateException(
            "A ThreadContext runs the task that it is put around, on the same thread. The one in"
                + " use did not. Have it call run()."));
  }

  /** Comes back with this instead of the work; false once that has begun, or was called off. */
  private boolean refuse(Throwable refused) {
    boolean first = moved(Phase.WAITING, Phase.OVER);
    if (first) {
      comeBack(failed(refused));
    }
    return first;
  }

  @Override
  public final void run() {
    if (!moved(Phase.WAITING, Phase.RUNNING)) {
      return;
    }
    Throwable thrown = null;
    LoopInput input;
    try {
      requireOtherThread();
      if (timers != null && deadline != null) {
        timers.set(deadline.timer(), deadline.limit(), this);
      }
      input = perform();
    } catch (Throwable caught) {
      thrown = caught;
      input = failed(caught);
    }
    end();
    comeBack(input);
    if (thrown instanceof VirtualMachineError error) {
      // The run has been told; the process has to hear of it too.
      throw error;
    }
  }

  final void cancel() {
    Phase found;
    synchronized (this) {
      found = cancelled ? Phase.OVER : phase;
      cancelled = true;
      if (found == Phase.WAITING) {
        phase = Phase.OVER;
      } else if (found == Phase.RUNNING && runner != null && interruptible()) {
        calledOff();
        runner.interrupt();
      }
    }
    if (found == Phase.WAITING) {
      comeBack(notRun());
    } else if (found == Phase.RUNNING) {
      stop();
    }
  }

  final boolean isCancelled() {
    return cancelled;
  }

  /** Hands in what came of the work; only the first time counts. */
  final void comeBack(LoopInput input) {
    synchronized (this) {
      if (back) {
        return;
      }
      back = true;
    }
    if (timers != null && deadline != null) {
      timers.cancel(deadline.timer());
    }
    inbox.accept(input);
  }

  private synchronized boolean moved(Phase from, Phase to) {
    if (phase != from) {
      return false;
    }
    phase = to;
    runner = to == Phase.RUNNING ? Thread.currentThread() : null;
    return true;
  }

  /** From here on no interrupt of ours can hit the thread, which may be a pool's. */
  private synchronized void end() {
    phase = Phase.OVER;
    runner = null;
    if (cancelled && interruptible()) {
      Thread.interrupted();
    }
  }

  private void requireOtherThread() {
    if (handingOver == Thread.currentThread()) {
      throw new IllegalStateException(
          "The executor of a Runner must not run a task on the thread that hands it over: that"
              + " thread has listeners to call. The one in use does. Give the Runner an executor"
              + " with threads of its own.");
    }
  }
}
