package dev.adze.recordings;

/** Deltas as lines of text, so that a difference between two of them can be read. */
final class DeltaText {
  private DeltaText() {}

  static String text(String text) {
    return "text " + quoted(text);
  }

  static String reasoning(String text) {
    return "reasoning " + quoted(text);
  }

  static String refusal(String text) {
    return "refusal " + quoted(text);
  }

  /** Arguments of the call that stands at a place in its response, from 0. */
  static String arguments(int call, String name, String arguments) {
    return "arguments of call " + call + " (" + name + ") " + quoted(arguments);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n") + '"';
  }
}
