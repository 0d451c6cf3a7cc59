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

  /** The call may run. */
  static Decision approve() {
    return new Approved();
  }

  /**
   * The call does not run.
   *
   * @param reason why; the model reads it
   */
  static Decision deny(String reason) {
    return new Denied(reason);
  }

  /**
   * The decision is put off. What else runs comes to its end; then the run stops, and can be
   * resumed with the decision.
   */
  static Decision defer() {
    return new Deferred();
  }
}
