package dev.adze.agent;

import dev.adze.approval.ApprovalRules;
import dev.adze.approval.Approver;
import dev.adze.approval.Grant;
import dev.adze.loop.LoopInput;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run's effects are performed with, and what it gives to the runs within its calls.
 *
 * @param call the call that the run is part of; null if it is part of none
 * @param runner the one that performs the run
 * @param request what the run was asked for
 * @param inbox where the run takes what happens to it
 * @param afterThat has something done when the run has taken all that came before it, and whatever
 *     that made it stop has been told to
 * @param delivery the way of its events
 * @param context puts the caller's thread context around a task
 * @param grants what is granted in the run at the moment
 * @param revoked what was taken back of it
 */
record Surroundings(
    @Nullable IssuedPort call,
    Runner runner,
    RunRequest request,
    Consumer<LoopInput> inbox,
    Consumer<Runnable> afterThat,
    Delivery delivery,
    UnaryOperator<Runnable> context,
    Supplier<List<Grant>> grants,
    Revoked revoked) {

  /** Who decides in the run; null if nobody does. */
  @Nullable Approver approver() {
    return request.approver().orElse(runner.approver());
  }

  /** What is settled about calls in the run. */
  ApprovalRules rules() {
    return request.rules(runner.approvalRules());
  }
}
