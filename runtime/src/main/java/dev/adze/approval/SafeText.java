package dev.adze.approval;

/** Text that shows on a terminal as what it is, whoever wrote it. */
final class SafeText {
  private static final int MAX_CODE_POINTS = 240;
  private static final int TAIL_CODE_POINTS = 40;

  private SafeText() {}

  /** The text with everything escaped that would not show, or would show as something else. */
  static String plain(String text) {
    return shortened(text, "");
  }

  /** The same in quotation marks, with those in the text escaped. */
  static String quoted(String text) {
    return shortened(text, "\"");
  }

  /** A field's name: as it is if it cannot be misread, else quoted. */
  static String name(String name) {
    boolean clear =
        !name.isEmpty()
            && name.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
    return clear ? plain(name) : quoted(name);
  }

  private static String shortened(String text, String quote) {
    int length = text.codePointCount(0, text.length());
    if (length <= MAX_CODE_POINTS) {
      return quote + escaped(text, quote) + quote;
    }
    // Both ends, because what matters may stand at either.
    int head = text.offsetByCodePoints(0, MAX_CODE_POINTS - TAIL_CODE_POINTS);
    int tail = text.offsetByCodePoints(text.length(), -TAIL_CODE_POINTS);
    return quote
        + escaped(text.substring(0, head), quote)
        + quote
        + " ... "
        + quote
        + escaped(text.substring(tail), quote)
        + quote
        + " (shortened: "
        + length
        + " characters)";
  }

  private static String escaped(String text, String quote) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> escape(safe, c, quote));
    return safe.toString();
  }

  private static void escape(StringBuilder safe, int c, String quote) {
    if (c == '\\' || (c == '"' && !quote.isEmpty())) {
      safe.append('\\').append((char) c);
    } else if (c == '\n') {
      safe.append("\\n");
    } else if (c == '\t') {
      safe.append("\\t");
    } else if (shows(c)) {
      safe.appendCodePoint(c);
    } else {
      safe.append(String.format(c <= 0xFFFF ? "\\u%04X" : "\\u{%X}", c));
    }
  }

  /** Whether the character has a shape of its own and changes nothing around it. */
  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
