package dev.adze.approval;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Waits for decisions that come as stages. */
record AsyncApprover(
    Function<? super ApprovalRequest, ? extends CompletionStage<? extends Decision>> begin)
    implements Approver {
  @Override
  public Decision decide(ApprovalRequest request) throws Exception {
    CompletionStage<? extends Decision> stage = begin.apply(request);
    // Of our own, because a stage need not have a future that can be waited for.
    CompletableFuture<Decision> end = new CompletableFuture<>();
    stage.whenComplete((decision, thrown) -> {
      if (thrown == null) {
        end.complete(decision);
      } else {
        end.completeExceptionally(thrown);
      }
    });
    try {
      return end.get();
    } catch (InterruptedException interrupted) {
      if (stage instanceof Future<?> future) {
        future.cancel(true);
      }
      throw interrupted;
    } catch (ExecutionException failed) {
      throw cause(failed);
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
