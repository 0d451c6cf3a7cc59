package dev.adze.agent;

import dev.adze.loop.LoopInput.Failure;

/** Reads what user code has thrown, whose own methods may throw again. */
final class Failures {
  private Failures() {}

  static Failure of(Throwable thrown) {
    return new Failure(type(thrown), message(thrown), thrown);
  }

  /** The simple name of the exception's class; its full name if it has no simple one. */
  static String type(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }

  static String text(Throwable thrown) {
    String message = message(thrown);
    return message.isBlank() ? type(thrown) : type(thrown) + ": " + message;
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (RuntimeException unreadable) {
      return "";
    }
  }
}
