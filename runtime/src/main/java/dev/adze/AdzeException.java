package dev.adze;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that Adze throws. All of them are unchecked; none carries a key, a
 * header or another secret in its message.
 */
public abstract class AdzeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the rule, what was found, and what to do
   * @param cause what led to it, or null
   */
  protected AdzeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
