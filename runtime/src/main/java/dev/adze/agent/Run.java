package dev.adze.agent;

import dev.adze.event.RunResult;
import dev.adze.loop.RunState;
import java.util.concurrent.CompletableFuture;

/** A run under way, or one that has ended. All methods may be called from any thread. */
public final class Run {
  private final RunDriver driver;

  Run(RunDriver driver) {
    this.driver = driver;
  }

  /** {@return the id of the run, which all of its events carry} */
  public String id() {
    return driver.id();
  }

  /**
   * Stops the run as soon as it can be: the model call is given up, tools and approvals are
   * interrupted, and every open call gets a result. Returns at once; the run's last event and its
   * result follow. Without effect on a run that has ended or was cancelled before.
   */
  public void cancel() {
    driver.cancel();
  }

  /**
   * Stops the run as soon as the step that it is in has come to its end: its response is read, its
   * calls run, and the model is not asked again. A run whose step brings the answer has it. Returns
   * at once. Without effect on a run that has ended; {@link #cancel} still stops it sooner.
   */
  public void cancelAfterStep() {
    driver.cancelAfterStep();
  }

  /**
   * Takes a grant back: it covers no call that is checked from now on, and a call that is being
   * asked for goes on being asked for. Returns at once. Without effect if there is no such grant.
   *
   * @param grantId the grant's id
   */
  public void revoke(String grantId) {
    driver.revoke(grantId);
  }

  /**
   * {@return how far the run has come} Of a run that is under way it is a moment's state, from
   * which the run can go on should its process end; of one that has stopped, it is what {@link
   * RunRequest#resume} takes.
   */
  public RunState state() {
    return driver.state();
  }

  /**
   * Waits until the last event has been delivered.
   *
   * @return what came out of the run, a failure too
   * @throws InterruptedException if this thread is interrupted; the run goes on
   * @throws IllegalStateException in a callback of this run, which it would wait for for ever
   */
  public RunResult await() throws InterruptedException {
    return driver.await();
  }

  /**
   * {@return a future of the result, completed after the last event has been delivered and never
   * exceptionally} Each call gives another one: completing or cancelling it changes nothing for the
   * run or for anybody else. Waiting on it in a callback of this run throws {@link
   * IllegalStateException}.
   */
  public CompletableFuture<RunResult> toFuture() {
    return driver.toFuture();
  }

  /** {@return whether the last event has been delivered} */
  public boolean isDone() {
    return driver.isDone();
  }

  @Override
  public String toString() {
    return "Run[" + id() + (isDone() ? ", done]" : "]");
  }
}
