package dev.adze.processor;

import dev.adze.processor.Regex.UnsuitableException;
import java.util.Set;

/**
 * Reads the part of regular expressions that {@code java.util.regex} and ECMA-262 with its flag
 * {@code u} have in common, and spells it for Java. Everything else is refused, with the reason.
 */
final class RegexReader {
  private static final int MAX_DEPTH = 50;
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";
  private static final String WHITE_SPACE =
      "\\t-\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  /** What {@code \\S} means. */
  static final String VISIBLE = "[^" + WHITE_SPACE + "]";

  private static final String BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
  private static final Set<String> CATEGORIES =
      Set.of(
          "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P",
          "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl",
          "Zp", "Cc", "Cf");

  private final String text;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private int depth;

  RegexReader(String text) {
    this.text = text;
  }

  String read() throws UnsuitableException {
    alternatives();
    if (at < text.length()) {
      throw new UnsuitableException("has a ) without its (");
    }
    return java.toString();
  }

  private void alternatives() throws UnsuitableException {
    if (++depth > MAX_DEPTH) {
      throw new UnsuitableException("nests deeper than " + MAX_DEPTH + " groups");
    }
    while (at < text.length() && text.charAt(at) != ')') {
      if (take('|')) {
        java.append('|');
      } else if (term()) {
        quantifier();
      }
    }
    depth--;
  }

  /** Reads one part and answers whether it may be repeated. */
  private boolean term() throws UnsuitableException {
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '^' -> known("^", false);
      case '$' -> known("\\z", false);
      case '.' -> known("[^\\n\\r\\u2028\\u2029]", true);
      case '*', '+', '?' -> throw new UnsuitableException("repeats nothing with " + c);
      case '{', '}', ']' -> throw new UnsuitableException("has a bare " + c + "; write \\" + c);
      default -> literal();
    };
  }

  /** Steps over a character, which Java spells otherwise. */
  private boolean known(String spelling, boolean repeatable) {
    at++;
    java.append(spelling);
    return repeatable;
  }

  private boolean literal() {
    int next = text.offsetByCodePoints(at, 1);
    java.append(text, at, next);
    at = next;
    return true;
  }

  private boolean group() throws UnsuitableException {
    boolean looks = text.startsWith("(?=", at) || text.startsWith("(?!", at);
    String open = looks || text.startsWith("(?:", at) ? text.substring(at, at + 3) : "(";
    at += open.length();
    if (open.equals("(") && at < text.length() && text.charAt(at) == '?') {
      throw new UnsuitableException("has a group other than (...), (?:...), (?=...) and (?!...)");
    }
    java.append(open);
    alternatives();
    if (!take(')')) {
      throw new UnsuitableException("has a ( without its )");
    }
    java.append(')');
    return !looks;
  }

  private void quantifier() throws UnsuitableException {
    if (at >= text.length() || "*+?{".indexOf(text.charAt(at)) < 0) {
      return;
    }
    if (text.charAt(at) == '{') {
      count();
    } else {
      java.append(text.charAt(at++));
    }
    if (at < text.length() && text.charAt(at) == '+') {
      throw new UnsuitableException("has a possessive quantifier, which only Java knows");
    }
    if (take('?')) {
      java.append('?');
    }
  }

  private void count() throws UnsuitableException {
    int close = text.indexOf('}', at);
    String count = close < 0 ? "" : text.substring(at, close + 1);
    if (!count.matches("\\{[0-9]{1,4}(,[0-9]{0,4})?}")) {
      throw new UnsuitableException("has a { that begins no count of up to four digits");
    }
    java.append(count);
    at = close + 1;
  }

  /** Reads an escape outside of a class and answers whether it may be repeated. */
  private boolean escape() throws UnsuitableException {
    char c = escaped();
    String spelling =
        switch (c) {
          case 'b' -> BOUNDARY;
          case 'B' -> NO_BOUNDARY;
          case 's' -> "[" + WHITE_SPACE + "]";
          case 'S' -> VISIBLE;
          default -> "";
        };
    if (spelling.isEmpty()) {
      simpleEscape(c, false);
    }
    java.append(spelling);
    return c != 'b' && c != 'B';
  }

  private char escaped() throws UnsuitableException {
    at++;
    if (at >= text.length()) {
      throw new UnsuitableException("ends in a \\");
    }
    return text.charAt(at++);
  }

  /** An escape that means the same to both. Answers whether it is one character. */
  private boolean simpleEscape(char c, boolean inClass) throws UnsuitableException {
    if (c == 'x' || c == 'u') {
      hex(c, c == 'x' ? 2 : 4);
      return true;
    }
    if (c == 'p' || c == 'P') {
      category(c);
      return false;
    }
    if ("dDwW".indexOf(c) >= 0) {
      java.append('\\').append(c);
      return false;
    }
    if ("tnrf".indexOf(c) < 0 && SYNTAX.indexOf(c) < 0 && !(inClass && c == '-')) {
      throw new UnsuitableException("has \\" + c + ", which Java and JSON Schema do not share");
    }
    java.append('\\').append(c);
    return true;
  }

  private void hex(char c, int digits) throws UnsuitableException {
    int end = at + digits;
    if (end > text.length() || !text.substring(at, end).matches("[0-9A-Fa-f]+")) {
      throw new UnsuitableException("has \\" + c + " without its " + digits + " digits");
    }
    java.append('\\').append(c).append(text, at, end);
    at = end;
  }

  private void category(char c) throws UnsuitableException {
    int close = text.startsWith("{", at) ? text.indexOf('}', at) : -1;
    if (close < 0 || !CATEGORIES.contains(text.substring(at + 1, close))) {
      throw new UnsuitableException("has \\" + c + " without a general category such as {L}");
    }
    java.append('\\').append(c).append(text, at, close + 1);
    at = close + 1;
  }

  private boolean characterClass() throws UnsuitableException {
    at++;
    java.append('[').append(take('^') ? "^" : "");
    boolean empty = true;
    while (at < text.length() && text.charAt(at) != ']') {
      empty = false;
      int from = at;
      boolean character = classAtom();
      if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
        range(from, character);
      }
    }
    if (!take(']')) {
      throw new UnsuitableException("has a [ without its ]");
    }
    if (empty) {
      throw new UnsuitableException("has an empty class");
    }
    java.append(']');
    return true;
  }

  private void range(int from, boolean character) throws UnsuitableException {
    at++;
    java.append('-');
    if (!classAtom() || !character) {
      throw new UnsuitableException(
          "has the range " + text.substring(from, at) + ", which is not one of characters");
    }
  }

  /** Reads one part of a class and answers whether it is one character. */
  private boolean classAtom() throws UnsuitableException {
    char c = text.charAt(at);
    if (c == '\\') {
      char escaped = escaped();
      if (escaped == 's' || escaped == 'S') {
        java.append(escaped == 's' ? WHITE_SPACE : VISIBLE);
        return false;
      }
      return simpleEscape(escaped, true);
    }
    if (c == '[' || (c == '&' && text.startsWith("&&", at))) {
      throw new UnsuitableException("has a bare " + c + " in a class, which means a set in Java");
    }
    java.append(c == '&' || c == '^' ? "\\" : "");
    return literal();
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
