package dev.adze.approval;

/**
 * A rule of the program's own about calls, asked before every one of them, whether its tool needs
 * approval or not. Used by many runs at once.
 */
@FunctionalInterface
public interface ApprovalPolicy {
  /**
   * Judges one call, on a thread of the run. It counts towards the time that a check may take, and
   * is interrupted when that is over.
   *
   * @param call the call; without a preview, and with the tool's own reason
   * @return never null; null asks
   * @throws Exception makes the call need approval, for a reason that names it
   */
  Verdict judge(ApprovalRequest call) throws Exception;
}
