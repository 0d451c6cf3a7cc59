package dev.adze.benchmarks.limit;

/** Reads JSON text that is as it should be. */
final class LenientReader {
  private final String text;
  private int at;

  LenientReader(String text) {
    this.text = text;
  }

  IllegalArgumentException unknown() {
    return new IllegalArgumentException("The text is not as it should be at " + at + ".");
  }

  private char next() {
    char c = text.charAt(at);
    while (c <= ' ' || c == ',' || c == ':') {
      c = text.charAt(++at);
    }
    return c;
  }

  void open() {
    next();
    at++;
  }

  boolean more(char end) {
    if (next() == end) {
      at++;
      return false;
    }
    return true;
  }

  String name() {
    return string();
  }

  String string() {
    next();
    int start = ++at;
    char c;
    while ((c = text.charAt(at)) != '"') {
      if (c == '\\') {
        return escaped(start);
      }
      at++;
    }
    return text.substring(start, at++);
  }

  private String escaped(int start) {
    StringBuilder value = new StringBuilder().append(text, start, at);
    char c;
    while ((c = text.charAt(at++)) != '"') {
      if (c == '\\') {
        c = text.charAt(at++);
        switch (c) {
          case 'b' -> c = '\b';
          case 'f' -> c = '\f';
          case 'n' -> c = '\n';
          case 'r' -> c = '\r';
          case 't' -> c = '\t';
          case 'u' -> {
            c = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
          }
          default -> {}
        }
      }
      value.append(c);
    }
    return value.toString();
  }

  boolean bool() {
    boolean value = next() == 't';
    at += value ? 4 : 5;
    return value;
  }

  int integer() {
    boolean negative = next() == '-';
    if (negative) {
      at++;
    }
    int value = 0;
    for (int digit; (digit = text.charAt(at) - '0') >= 0 && digit <= 9; at++) {
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  double decimal() {
    next();
    int start = at;
    while ("+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(start, at));
  }
}
