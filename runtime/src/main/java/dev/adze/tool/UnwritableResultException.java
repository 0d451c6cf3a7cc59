package dev.adze.tool;

import dev.adze.AdzeException;

/**
 * A tool has run, but what it returned cannot be written as JSON: it holds NaN, for instance, or a
 * null that its type does not tell of. The message is written for the model, which must not take
 * the call for one that never happened.
 */
public final class UnwritableResultException extends AdzeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param tool the tool's name
   * @param cause what the writing failed with
   */
  public UnwritableResultException(String tool, RuntimeException cause) {
    super(
        "\""
            + tool
            + "\" has run, but its result cannot be written as JSON: "
            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
        cause);
  }
}
