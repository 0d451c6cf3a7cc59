package dev.adze.approval;

import java.util.Objects;

/** What a policy says of a call. New kinds may be added in a later version. */
public sealed interface Verdict {
  /** The policy has nothing against it. A tool that needs approval needs it all the same. */
  record Pass() implements Verdict {}

  /**
   * The call needs approval, also if its tool does not.
   *
   * @param reason why, for the person who is asked
   */
  record Ask(String reason) implements Verdict {
    /** Refuses null. */
    public Ask {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The call does not run, whoever approves it.
   *
   * @param reason why; the model reads it
   */
  record Deny(String reason) implements Verdict {
    /** Refuses null. */
    public Deny {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * {@return the policy has nothing against it} A tool that needs approval needs it all the same.
   */
  static Verdict pass() {
    return new Pass();
  }

  /**
   * {@return the call needs approval, also if its tool does not}
   *
   * @param reason why, for the person who is asked
   */
  static Verdict ask(String reason) {
    return new Ask(reason);
  }

  /**
   * {@return the call does not run, whoever approves it}
   *
   * @param reason why; the model reads it
   */
  static Verdict deny(String reason) {
    return new Deny(reason);
  }
}
