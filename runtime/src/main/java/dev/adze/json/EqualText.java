package dev.adze.json;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns what a {@link JsonWriter} wrote into a text that is the same for equal values, as JSON
 * Schema compares them: numbers by what they are worth, fields in any order. Strings need no second
 * look, because the writer has one way to write each. It recurses as deep as a writer nests.
 */
final class EqualText {
  private final String json;
  private int at;

  private EqualText(String json) {
    this.json = json;
  }

  static String of(JsonWriter written) {
    StringBuilder out = new StringBuilder();
    new EqualText(written.toString()).value(out);
    return out.toString();
  }

  private void value(StringBuilder out) {
    switch (json.charAt(at)) {
      case '{' -> object(out);
      case '[' -> array(out);
      case '"' -> out.append(string());
      default -> literal(out);
    }
  }

  private void object(StringBuilder out) {
    Map<String, String> fields = new TreeMap<>();
    at++;
    while (more('}')) {
      String name = string();
      at++;
      StringBuilder value = new StringBuilder();
      value(value);
      fields.put(name, value.toString());
    }
    out.append(fields);
  }

  private void array(StringBuilder out) {
    out.append('[');
    at++;
    while (more(']')) {
      value(out);
      out.append(',');
    }
    out.append(']');
  }

  /** Steps over a comma, or over the bracket that ends a container. */
  private boolean more(char bracket) {
    char c = json.charAt(at);
    if (c == ',' || c == bracket) {
      at++;
    }
    return c != bracket;
  }

  private String string() {
    int from = at;
    at = Strings.close(json, from + 1) + 1;
    return json.substring(from, at);
  }

  private void literal(StringBuilder out) {
    int from = at;
    char first = json.charAt(at);
    while (at < json.length() && ",]}".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    String literal = json.substring(from, at);
    boolean number = first == '-' || Numbers.isDigit(first);
    out.append(number ? new BigDecimal(literal).stripTrailingZeros().toString() : literal);
  }
}
