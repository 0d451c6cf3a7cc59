package dev.adze.tool;

import dev.adze.AdzeException;

/**
 * A tool that needs approval was called with a context that holds none for these arguments. The
 * tool has not run.
 */
public final class ApprovalRequiredException extends AdzeException {
  private static final long serialVersionUID = 1L;

  ApprovalRequiredException(String message) {
    super(message, null);
  }
}
