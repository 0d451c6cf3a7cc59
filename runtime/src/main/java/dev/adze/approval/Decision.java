package dev.adze.approval;

import java.util.Objects;

/**
 * What was decided of one call. It holds for that call and its arguments, and serves once. New
 * kinds may be added in a later version.
 */
public sealed interface Decision {
  /** The call may run. */
  record Approved() implements Decision {}

  /**
   * The call may run with other arguments. They are checked as the model's own are, and the block
   * list and the policy are asked about them; if they do not fit the tool, or are forbidden, the
   * call does not run.
   *
   * @param arguments all arguments as one JSON object, in place of those that were asked for
   */
  record ApprovedWith(String arguments) implements Decision {
    /** Refuses null. */
    public ApprovedWith {
      Objects.requireNonNull(arguments, "arguments");
    }
  }

  /**
   * The call may run, and so may calls like it from now on. If the tool does not allow to be
   * remembered, this one call is approved and nothing is granted.
   *
   * @param grant which calls; one that was not made of the request at hand is a denial
   */
  record ApprovedAlways(Grant grant) implements Decision {
    /** Refuses null. */
    public ApprovedAlways {
      Objects.requireNonNull(grant, "grant");
    }
  }

  /**
   * The call does not run.
   *
   * @param reason why; the model reads it
   */
  record Denied(String reason) implements Decision {
    /** Refuses null. */
    public Denied {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The decision is put off: what else runs comes to its end, and the run stops until then. */
  record Deferred() implements Decision {}

  /** {@return whether the call may run, as it was asked for or with other arguments} */
  default boolean approves() {
    return this instanceof Approved
        || this instanceof ApprovedWith
        || this instanceof ApprovedAlways;
  }

  /** {@return the call may run} */
  static Decision approve() {
    return new Approved();
  }

  /**
   * {@return the call may run with other arguments, if they fit the tool and nothing forbids them}
   * The model reads with which arguments it ran.
   *
   * @param arguments all arguments as one JSON object
   */
  static Decision approveWith(String arguments) {
    return new ApprovedWith(arguments);
  }

  /**
   * {@return the call may run, and so may calls like it from now on}
   *
   * @param grant which calls; made with {@link Grant#of} of the request that is decided
   */
  static Decision approveAlways(Grant grant) {
    return new ApprovedAlways(grant);
  }

  /**
   * {@return the call does not run}
   *
   * @param reason why; the model reads it
   */
  static Decision deny(String reason) {
    return new Denied(reason);
  }

  /**
   * {@return the decision is put off} What else runs comes to its end; then the run stops, and can
   * be resumed with the decision.
   */
  static Decision defer() {
    return new Deferred();
  }
}
