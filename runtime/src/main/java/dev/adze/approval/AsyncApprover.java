package dev.adze.approval;

import dev.adze.internal.Awaiting;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Waits for decisions that come as stages. */
record AsyncApprover(
    Function<? super ApprovalRequest, ? extends CompletionStage<? extends Decision>> begin)
    implements Approver {
  @Override
  public Decision decide(ApprovalRequest request) throws Exception {
    // Whoever cancels a run interrupts the thread that waits.
    return Awaiting.await(begin.apply(request), cancel -> {});
  }
}
