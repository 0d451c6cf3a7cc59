package dev.adze.approval;

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
}
