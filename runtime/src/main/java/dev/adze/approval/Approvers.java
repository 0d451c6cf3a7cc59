package dev.adze.approval;

/** The approvers that come with the library. */
public final class Approvers {
  private Approvers() {}

  /**
   * Denies every call. The model reads that nobody is asked.
   *
   * @return an approver that denies, for use by any number of runs
   */
  public static Approver denyAll() {
    return request ->
        Decision.deny("Nobody is asked here: every call that needs approval is denied.");
  }

  /**
   * Asks the person at the terminal of this process. The question shows the tool, its reason, its
   * arguments field by field and its preview; nothing in them can move the cursor, hide or reorder
   * text, and what is too long to show is shortened and its length given.
   *
   * <p>The person can allow the call once, allow the tool from now on (a {@link Grant} of all its
   * arguments, for the session; not offered where the tool does not allow it), give other
   * arguments, or deny it with a reason. What was typed before the question is not taken for an
   * answer. Questions of several runs come one after another. A process without a terminal, the end
   * of the terminal's input and a failure to read from it deny. An interrupt takes the question
   * back and leaves what is typed afterwards to the program.
   *
   * @return an approver that asks here, for use by any number of runs
   */
  public static Approver console() {
    return new ConsoleApprover(new SystemTerminal());
  }
}
