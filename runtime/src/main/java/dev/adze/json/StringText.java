package dev.adze.json;

/** String literals as they are written. */
final class StringText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private StringText() {}

  /** Appends a string with its quotes; half of a surrogate pair becomes U+FFFD. */
  static void append(StringBuilder out, String value) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(value, plain, i);
      escape(out, c);
      plain = i + 1;
    }
    // Appending a whole String is a copy of bytes; appending a part of one goes by characters.
    if (plain == 0) {
      out.append(value);
    } else {
      out.append(value, plain, value.length());
    }
    out.append('"');
  }

  private static void escape(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
          out.append('\uFFFD');
        }
      }
    }
  }
}
