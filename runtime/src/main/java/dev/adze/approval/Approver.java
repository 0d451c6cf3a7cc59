package dev.adze.approval;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Decides whether calls of tools that need approval may run. Used by many runs at once. */
@FunctionalInterface
public interface Approver {
  /**
   * Decides one call. Runs on a thread of its own and may block until a person has answered; it is
   * interrupted when the run is cancelled.
   *
   * @param request the call
   * @return never null; null counts as a denial
   * @throws Exception counts as a denial, whose reason names it
   */
  Decision decide(ApprovalRequest request) throws Exception;

  /**
   * {@return an approver whose decisions come later, from elsewhere} A stage that fails counts as
   * one that throws; when the call is no longer waited for, the stage is cancelled if it is a
   * {@link java.util.concurrent.Future}, and what it comes to afterwards changes nothing.
   *
   * <p>The run's listeners have heard of the call before {@code decide} is asked. Where somebody
   * decides by what they tell, have a listener make the stage, and give it here.
   *
   * @param decide begins to have a call decided and returns at once
   */
  static Approver async(
      Function<? super ApprovalRequest, ? extends CompletionStage<? extends Decision>> decide) {
    return new AsyncApprover(Objects.requireNonNull(decide, "decide"));
  }
}
