package dev.adze.json;

/** The inside of string literals: where they end, and what they mean. */
final class Strings {
  private Strings() {}

  /** Whether every surrogate of a range has its partner in it. */
  static boolean isWellFormed(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == to
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
