package dev.adze.log;

import dev.adze.AdzeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a log knows of an exception: its type and its message. */
public final class LoggedException extends AdzeException {
  private static final long serialVersionUID = 1L;

  /** The class of the exception that was logged. */
  private final String type;

  /** What it said; null if nothing. */
  private final @Nullable String message;

  /**
   * Creates the exception.
   *
   * @param type the full name of the class that was thrown
   * @param message its message, or null if it had none
   */
  public LoggedException(String type, @Nullable String message) {
    super(Objects.requireNonNull(type, "type"), null);
    this.type = type;
    this.message = message;
  }

  /** {@return the full name of the class that was thrown} */
  public String type() {
    return type;
  }

  @Override
  public @Nullable String getMessage() {
    return message;
  }

  @Override
  public String toString() {
    return message == null ? type : type + ": " + message;
  }
}
