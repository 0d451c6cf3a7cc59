package dev.adze.approval;

/** How a run treats calls that need approval. New ones may be added in a later version. */
public enum ApprovalMode {
  /** The approver is asked. */
  ASK,
  /** No tool runs but those that say that they change nothing, and they as in {@link #ASK}. */
  READ_ONLY,
  /**
   * Every call that needs approval has it, and nobody is asked: for places where nothing can be
   * harmed. The block list and the policy's denials still hold.
   */
  AUTO_APPROVE
}
