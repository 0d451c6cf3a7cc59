package dev.adze.processor;

/**
 * Collects text with its white space reduced to what carries meaning: spaces, lines, paragraphs.
 */
final class PlainText {
  private final StringBuilder out = new StringBuilder();
  private String gap = "";

  /** Adds a character; white space of any kind and amount is one space. */
  void add(char c) {
    if (Character.isWhitespace(c) || c == '\u00a0') {
      widen(" ");
      return;
    }
    if (!out.isEmpty()) {
      out.append(gap);
    }
    gap = "";
    out.append(c);
  }

  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  /** Adds text whose lines stay lines. */
  void addLines(String text) {
    text.strip()
        .lines()
        .forEach(line -> {
          line();
          add(line);
        });
    line();
  }

  void line() {
    widen("\n");
  }

  void paragraph() {
    widen("\n\n");
  }

  private void widen(String wider) {
    if (wider.length() > gap.length() || wider.startsWith("\n")) {
      gap = gap.length() > wider.length() ? gap : wider;
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
