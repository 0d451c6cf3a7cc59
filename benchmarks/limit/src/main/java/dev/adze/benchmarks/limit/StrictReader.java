// Long because strictness is: texts, escapes, numbers and dates each have their checks, with no library.
package dev.adze.benchmarks.limit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads JSON text for a decoder that knows what has to come, and takes exactly what RFC 8259 and
 * the decoder's types allow: no repeated or unknown name, no lone surrogate, no number that does
 * not fit, nothing after the value. The first fault ends it with an {@link
 * IllegalArgumentException}. Used by one thread.
 */
public final class StrictReader {
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** The longest number that is read; a longer one would cost more than anybody means it to. */
  private static final int LONGEST_NUMBER = 1000;

  private final String text;
  private int at;

  /** Starts before the value. */
  public StrictReader(String text) {
    this.text = text;
  }

  /** What is thrown for a fault at this place. */
  IllegalArgumentException fault(String rule) {
    return new IllegalArgumentException(rule + " At " + at + ".");
  }

  /** Steps over white space and gives the character behind it, or 0 at the end. */
  private char peek() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c > ' ') {
        return c;
      }
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        throw fault("White space is a blank, a tab or the end of a line.");
      }
      at++;
    }
    return 0;
  }

  private void expect(char expected) {
    if (peek() != expected) {
      throw fault("A " + expected + " must come here.");
    }
    at++;
  }

  /** Enters an object. */
  public void beginObject() {
    expect('{');
  }

  /** Enters an array. */
  public void beginArray() {
    expect('[');
  }

  /** Whether another member or element comes; if not, the end has been read. */
  public boolean more(boolean first, char end) {
    char c = peek();
    if (c == end) {
      at++;
      return false;
    }
    if (!first) {
      if (c != ',') {
        throw fault("Elements are parted by commas.");
      }
      at++;
      if (peek() == end) {
        throw fault("An element must follow a comma.");
      }
    }
    return true;
  }

  /**
   * Reads a name and the colon after it.
   *
   * @param seen the places of the names that came before, as bits
   * @return the name's place
   */
  public int name(String[] names, int seen) {
    expect('"');
    int place = place(names);
    if (place < 0) {
      at--;
      String name = string();
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(name)) {
          place = i;
        }
      }
    }
    if (place < 0 || (seen & 1 << place) != 0) {
      throw fault("A name must be known and come once.");
    }
    expect(':');
    return place;
  }

  private int place(String[] names) {
    for (int i = 0; i < names.length; i++) {
      int end = at + names[i].length();
      if (text.startsWith(names[i], at) && end < text.length() && text.charAt(end) == '"') {
        at = end + 1;
        return i;
      }
    }
    return -1;
  }

  /** Sees that all of an object's names came. */
  public void requireAll(int seen, String[] names) {
    if (seen != (1 << names.length) - 1) {
      throw fault("All of the names must come.");
    }
  }

  /** Sees that nothing follows the value. */
  public void end() {
    if (peek() != 0 || at < text.length()) {
      throw fault("Nothing may follow the value.");
    }
  }

  /** Reads a text of whole characters. */
  public String string() {
    expect('"');
    int start = at;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        at = i + 1;
        return text.substring(start, i);
      }
      if (c == '\\' || c < ' ' || Character.isSurrogate(c)) {
        return slowString(start, i);
      }
    }
    throw fault("A text must end.");
  }

  private String slowString(int start, int plain) {
    StringBuilder value = new StringBuilder(text.length() - start > 256 ? 256 : 64);
    value.append(text, start, plain);
    at = plain;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return wellFormed(value.toString());
      }
      if (c < ' ') {
        throw fault("A control character must be escaped.");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    throw fault("A text must end.");
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw fault("There is no such escape.");
    };
  }

  private char unit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? hex(text.charAt(at++)) : -1;
      if (digit < 0) {
        throw fault("Four hexadecimal digits must follow.");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Character.digit would take the digits of other scripts too. */
  private static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = (c | ' ') - 'a';
    return letter >= 0 && letter < 6 ? letter + 10 : -1;
  }

  private String wellFormed(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw fault("Half a character is no text.");
        }
        i++;
      }
    }
    return value;
  }

  /** Reads true or false. */
  public boolean bool() {
    char c = peek();
    if (c == 't' && text.startsWith("true", at)) {
      at += 4;
      return true;
    }
    if (c == 'f' && text.startsWith("false", at)) {
      at += 5;
      return false;
    }
    throw fault("true or false must come here.");
  }

  /** Reads a number that is whole and of 32 bits, however it is spelled. */
  public int integer() {
    boolean negative = peek() == '-';
    int start = at;
    int i = negative ? at + 1 : at;
    int first = i;
    int value = 0;
    while (i < text.length() && i - first < 10) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      i++;
    }
    int digits = i - first;
    boolean plain = digits > 0 && digits < 10 && (digits == 1 || text.charAt(first) != '0');
    if (plain && !continuesNumber(i)) {
      at = i;
      return negative ? -value : value;
    }
    at = start;
    return exact(number());
  }

  private boolean continuesNumber(int i) {
    return i < text.length() && (text.charAt(i) == '.' || (text.charAt(i) | ' ') == 'e');
  }

  private int exact(String number) {
    BigDecimal value = new BigDecimal(number).stripTrailingZeros();
    if (value.precision() - value.scale() > 10 || value.scale() > 0) {
      throw fault("A whole number of 32 bits must come here.");
    }
    long whole = value.longValueExact();
    if (whole != (int) whole) {
      throw fault("A whole number of 32 bits must come here.");
    }
    return (int) whole;
  }

  /** Reads a number that a double can hold. */
  public double decimal() {
    // Up to 15 digits are exact in a double, and so is their quotient by a power of ten.
    boolean negative = peek() == '-';
    int start = at;
    int i = negative ? at + 1 : at;
    int first = i;
    int point = -1;
    long value = 0;
    for (; i < text.length() && i - first <= 15; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > first) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else {
        break;
      }
    }
    int whole = (point < 0 ? i : point) - first;
    boolean grammatical = whole > 0 && (whole == 1 || text.charAt(first) != '0') && i - 1 != point;
    if (grammatical && i - first <= 15 && !continuesNumber(i)) {
      at = i;
      double magnitude = point < 0 ? value : value / POWERS_OF_TEN[i - point - 1];
      return negative ? -magnitude : magnitude;
    }
    at = start;
    double read = Double.parseDouble(number());
    if (Double.isInfinite(read)) {
      throw fault("A number must be one that a double can hold.");
    }
    return read;
  }

  /** The text of a number, which is held against the grammar. */
  private String number() {
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int whole = at;
    digits();
    if (at - whole > 1 && text.charAt(whole) == '0') {
      throw fault("A number does not begin with a needless 0.");
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) | ' ') == 'e') {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      digits();
    }
    if (at - start > LONGEST_NUMBER) {
      throw fault("A number has at most " + LONGEST_NUMBER + " characters.");
    }
    return text.substring(start, at);
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw fault("A digit must come here.");
    }
  }

  /** A date of RFC 3339, read where it stands. */
  public LocalDate date() {
    expect('"');
    int start = at;
    if (start + 10 >= text.length()
        || text.charAt(start + 4) != '-'
        || text.charAt(start + 7) != '-'
        || text.charAt(start + 10) != '"') {
      throw fault("A date such as 2024-12-31 must come here.");
    }
    int year = digits(start, 4);
    int month = digits(start + 5, 2);
    int day = digits(start + 8, 2);
    at = start + 11;
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A date must be one that there is. At " + start + ".", e);
    }
  }

  private int digits(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw fault("A date such as 2024-12-31 must come here.");
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
