package dev.adze.json;

/**
 * Regular expressions as JSON Schema means them (ECMA-262), for {@link java.util.regex}. What both
 * spell alike and mean differently is spelled out.
 */
final class EcmaPattern {
  /** The inside of a character class. */
  private static final String WHITE_SPACE =
      "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";

  private EcmaPattern() {}

  static String toJava(String ecma) {
    StringBuilder out = new StringBuilder(ecma.length() + 32);
    boolean inClass = false;
    for (int i = 0; i < ecma.length(); i++) {
      char c = ecma.charAt(i);
      if (c == '\\' && i + 1 < ecma.length()) {
        i++;
        out.append(escape(ecma.charAt(i), inClass));
      } else if (inClass) {
        inClass = c != ']';
        // A bracket or two ampersands begin a set operation in Java's classes.
        out.append(c == '[' || c == '&' ? "\\" : "").append(c);
      } else {
        inClass = c == '[';
        out.append(c == '$' ? "\\z" : c == '.' ? "[^\\n\\r\\u2028\\u2029]" : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static String escape(char c, boolean inClass) {
    return switch (c) {
      case 's' -> inClass ? WHITE_SPACE : '[' + WHITE_SPACE + ']';
      case 'S' -> "[^" + WHITE_SPACE + ']';
      case 'b' -> inClass ? "\\x08" : BOUNDARY;
      case 'B' -> NO_BOUNDARY;
      default -> "\\" + c;
    };
  }

  /** Whether a text has nothing that {@code \S} finds. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isWhite(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhite(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\uFEFF'
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
