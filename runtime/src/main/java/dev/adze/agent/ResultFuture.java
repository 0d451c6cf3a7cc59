package dev.adze.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future that refuses to be waited for on the one thread that would complete it. */
final class ResultFuture<T> extends CompletableFuture<T> {
  private final Delivery delivery;

  ResultFuture(Delivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new ResultFuture<>(delivery);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireOtherThread();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireOtherThread();
    return super.get(timeout, unit);
  }

  @Override
  public T join() {
    requireOtherThread();
    return super.join();
  }

  private void requireOtherThread() {
    if (delivery.isOnItsThread() && !isDone()) {
      throw new IllegalStateException(
          "A callback of a run cannot wait for that run, which waits for the callback. Take the"
              + " result from onExecutionComplete, or wait on another thread.");
    }
  }
}
