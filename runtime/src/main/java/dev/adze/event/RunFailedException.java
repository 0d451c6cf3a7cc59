package dev.adze.event;

import dev.adze.AdzeException;

/** An answer was wanted from a run that has none. */
public final class RunFailedException extends AdzeException {
  private static final long serialVersionUID = 1L;

  private final transient RunResult result;

  /**
   * Creates the exception.
   *
   * @param result the run's result; its failure becomes the cause
   */
  public RunFailedException(RunResult result) {
    super(message(result), result.failure().orElse(null));
    this.result = result;
  }

  /** {@return what the run came to} */
  public RunResult result() {
    return result;
  }

  private static String message(RunResult result) {
    String cause = result.failure().map(failure -> ": " + failure.getMessage()).orElse("");
    return "The run has no answer: it stopped with " + result.stopReason() + cause;
  }
}
