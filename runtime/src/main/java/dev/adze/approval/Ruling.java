package dev.adze.approval;

import java.util.Objects;

/** What all rules together say of a call; see {@link ApprovalRules#judge}. */
public sealed interface Ruling {
  /** It runs without an approval. */
  record Free() implements Ruling {}

  /**
   * It runs only if somebody approves it.
   *
   * @param reason why, for the person who is asked; may be empty
   */
  record Ask(String reason) implements Ruling {
    /** Refuses null. */
    public Ask {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * It needs an approval, and has one from a grant.
   *
   * @param grantId the grant's id
   * @param reason why it needs one; may be empty
   */
  record Granted(String grantId, String reason) implements Ruling {
    /** Refuses null. */
    public Granted {
      Objects.requireNonNull(grantId, "grantId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * It needs an approval, and has one because of {@link ApprovalMode#AUTO_APPROVE}.
   *
   * @param reason why it needs one; may be empty
   */
  record AutoApproved(String reason) implements Ruling {
    /** Refuses null. */
    public AutoApproved {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * It does not run, whoever approves it.
   *
   * @param by which rule forbids it, for people
   * @param reason why; the model reads it
   */
  record Forbidden(String by, String reason) implements Ruling {
    /** Refuses null. */
    public Forbidden {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** {@return whether it runs without an approval} */
  default boolean free() {
    return this instanceof Free;
  }

  /** {@return why it needs an approval; empty if there is no reason, or no need} */
  default String whyAsked() {
    if (this instanceof Ask ask) {
      return ask.reason();
    }
    if (this instanceof Granted granted) {
      return granted.reason();
    }
    return this instanceof AutoApproved approved ? approved.reason() : "";
  }
}
