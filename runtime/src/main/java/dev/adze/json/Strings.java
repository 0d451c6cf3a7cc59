package dev.adze.json;

import org.jspecify.annotations.Nullable;

/** The inside of string literals: where they end, what they mean, and what is wrong with them. */
final class Strings {
  private Strings() {}

  /**
   * Finds the end of a literal.
   *
   * @param from the place after its opening quote
   * @return the place of its closing quote, or the complement ({@code ~}) of the place that no
   *     literal may have
   */
  static int close(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c < ' ') {
        return ~i;
      }
      if (c == '\\') {
        int escape = escapeLength(text, i);
        if (escape == 0) {
          return ~i;
        }
        i += escape - 1;
      }
    }
    return ~length;
  }

  /** The first place from one on that is not white space. */
  static int spaceEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** What is wrong at a place that {@link #close} found. */
  static String complaint(String text, int place) {
    if (place == text.length()) {
      return "a string is not closed";
    }
    if (text.charAt(place) != '\\') {
      return "a control character in a string must be written as an escape such as \\n";
    }
    return "unknown escape in a string; a backslash itself is written \\\\";
  }

  /**
   * The end of a literal in which nothing needs a second look.
   *
   * @param from the place after its opening quote
   * @return the place of its closing quote, or the complement ({@code ~}) of the first place with
   *     an escape, a surrogate or a fault
   */
  static int plainClose(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c < ' ' || c == '\\' || Character.isSurrogate(c)) {
        return ~i;
      }
    }
    return ~length;
  }

  /** What the inside of a literal without fault means. */
  static String decode(String text, int from, int to) {
    int escape = backslash(text, from, to);
    if (escape == to) {
      return text.substring(from, to);
    }
    StringBuilder out = new StringBuilder(to - from);
    int plain = from;
    while (escape < to) {
      out.append(text, plain, escape).append(unescaped(text, escape));
      plain = escape + escapeLength(text, escape);
      escape = backslash(text, plain, to);
    }
    return out.append(text, plain, to).toString();
  }

  /**
   * What the inside of a literal means, found in one pass.
   *
   * @param from the place after its opening quote
   * @param plain the place up to which nothing needs a second look
   * @param to the place of its closing quote if there is no fault in it
   * @return null if there is a fault or an escaped surrogate
   */
  static @Nullable String decodeChecked(String text, int from, int plain, int to) {
    StringBuilder out = new StringBuilder(to - from).append(text, from, plain);
    for (int i = plain; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        int unit = escaped(text, ++i);
        if (unit < 0 || Character.isSurrogate((char) unit)) {
          return null;
        }
        i += text.charAt(i) == 'u' ? 4 : 0;
        c = (char) unit;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c);
        c = text.charAt(++i);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        return null;
      }
      out.append(c);
    }
    return out.toString();
  }

  /** The first quote that no backslash is before, or -1. */
  static int quote(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  /** What the literal without fault means that begins at a quote. */
  static String literal(String text, int quote) {
    return decode(text, quote + 1, close(text, quote + 1));
  }

  /** The first backslash of a range, or its end: String.indexOf would search the whole text. */
  private static int backslash(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) != '\\') {
      i++;
    }
    return i;
  }

  /**
   * Whether every surrogate inside a literal has its partner, both written as they are or both as
   * escapes: with one of each, the text itself would not survive UTF-8 wherever it is kept raw.
   */
  static boolean isWellFormed(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      int length = text.charAt(i) == '\\' ? escapeLength(text, i) : 1;
      char c = length == 1 ? text.charAt(i) : unescaped(text, i);
      i += length - 1;
      if (Character.isSurrogate(c)) {
        int low = i + 1;
        i += length;
        if (Character.isLowSurrogate(c) || i >= to || !isLow(text, low, length)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isLow(String text, int at, int length) {
    if (length == 1) {
      return Character.isLowSurrogate(text.charAt(at));
    }
    return text.charAt(at) == '\\'
        && escapeLength(text, at) == length
        && Character.isLowSurrogate(unescaped(text, at));
  }

  /** Whether every surrogate has its partner, both being there as they are. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        i++;
        if (Character.isLowSurrogate(c)
            || i == text.length()
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many characters an escape has, or 0 if it is none. */
  private static int escapeLength(String text, int backslash) {
    int place = backslash + 1;
    return escaped(text, place) < 0 ? 0 : text.charAt(place) == 'u' ? 6 : 2;
  }

  private static char unescaped(String text, int backslash) {
    return (char) escaped(text, backslash + 1);
  }

  /** What an escape means whose backslash is before a place; negative if it is none. */
  private static int escaped(String text, int place) {
    if (place == text.length()) {
      return -1;
    }
    char c = text.charAt(place);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> place + 5 <= text.length() ? unit(text, place + 1) : -1;
      default -> -1;
    };
  }

  /** The value of four hexadecimal digits, or a negative number if one of them is none. */
  private static int unit(String text, int from) {
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      unit = (unit << 4) | hex(text.charAt(i));
    }
    return unit;
  }

  /** Unlike {@link Character#digit}, this takes ASCII digits only. */
  private static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' && c < 128 ? letter - 'a' + 10 : -1;
  }
}
