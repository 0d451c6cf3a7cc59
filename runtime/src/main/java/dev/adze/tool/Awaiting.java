package dev.adze.tool;

import dev.adze.internal.CallPort;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waits for a stage on the thread of a call, for as long as the call may take. */
final class Awaiting {
  private Awaiting() {}

  static <T extends @Nullable Object> T await(CompletionStage<T> stage, CallPort port)
      throws Exception {
    // Of our own, because a stage need not have a future that can be waited for.
    CompletableFuture<T> end = new CompletableFuture<>();
    stage.whenComplete((value, thrown) -> {
      if (thrown == null) {
        end.complete(value);
      } else {
        end.completeExceptionally(thrown);
      }
    });
    port.onCancel(() -> {
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
