package dev.adze.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for what users give as a stage. */
public final class Awaiting {
  private Awaiting() {}

  /**
   * Waits on this thread. An interrupt cancels the stage, if it can be cancelled.
   *
   * @param onCancel is given what cancels the stage and ends the waiting, from any thread
   * @throws Exception what the stage failed with
   */
  public static <T extends @Nullable Object> T await(
      CompletionStage<T> stage, Consumer<Runnable> onCancel) throws Exception {
    // Of our own, because a stage need not have a future that can be waited for.
    CompletableFuture<T> end = new CompletableFuture<>();
    stage.whenComplete((value, thrown) -> {
      if (thrown == null) {
        end.complete(value);
      } else {
        end.completeExceptionally(thrown);
      }
    });
    onCancel.accept(() -> {
      cancel(stage);
      end.cancel(true);
    });
    try {
      return end.get();
    } catch (InterruptedException interrupted) {
      cancel(stage);
      throw interrupted;
    } catch (ExecutionException failed) {
      throw cause(failed);
    }
  }

  private static void cancel(CompletionStage<?> stage) {
    if (stage instanceof Future<?> future) {
      future.cancel(true);
    }
  }

  /** What the stage failed with, without the wrappings that stages put around it. */
  private static Exception cause(ExecutionException failed) {
    Throwable thrown = failed;
    while ((thrown instanceof ExecutionException || thrown instanceof CompletionException)
        && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof Exception exception ? exception : failed;
  }
}
