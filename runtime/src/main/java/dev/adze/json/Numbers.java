package dev.adze.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The inside of number literals: where they end, and what they mean. */
final class Numbers {
  /** Beyond this an exponent outweighs every literal that is short enough to be read. */
  private static final int HUGE_EXPONENT = 1_000_000;

  /** How many digits a number may have before and after its point without an exponent. */
  static final int MAX_DIGITS = 1_000;

  static final String DIGITS_LIMIT = "at most " + MAX_DIGITS + " digits before and after the point";

  /** The power of a literal without a digit other than 0, which is an integer too. */
  private static final int ZERO = Integer.MAX_VALUE;

  private Numbers() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Finds the end of a literal.
   *
   * @param from its first character, a digit or a minus sign
   * @return the place after it, or the complement ({@code ~}) of the place that no number may have
   */
  static int end(String text, int from) {
    int i = text.charAt(from) == '-' ? from + 1 : from;
    int digits = digitsEnd(text, i);
    if (digits == i || (text.charAt(i) == '0' && digits > i + 1)) {
      return ~i;
    }
    i = digits;
    if (i < text.length() && text.charAt(i) == '.') {
      digits = digitsEnd(text, i + 1);
      if (digits == i + 1) {
        return ~digits;
      }
      i = digits;
    }
    if (i < text.length() && (text.charAt(i) | 0x20) == 'e') {
      i++;
      if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      digits = digitsEnd(text, i);
      if (digits == i) {
        return ~i;
      }
      i = digits;
    }
    return endsAt(text, i) ? i : ~i;
  }

  /** Whether a literal may end before a place, so that 1.2.3 and 5x are malformed numbers. */
  static boolean endsAt(String text, int place) {
    if (place == text.length()) {
      return true;
    }
    char c = text.charAt(place);
    return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a literal is mathematically an integer. */
  static boolean isIntegral(String text, int from, int to) {
    return power(text, from, to, true) >= 0;
  }

  /** The value of an integral literal, or null if it has more than so many digits. */
  static @Nullable BigInteger toInteger(String text, int from, int to, int maxDigits) {
    int greatest = power(text, from, to, false);
    if (greatest == ZERO) {
      return BigInteger.ZERO;
    }
    // The check comes first: 1e999999999 would fill the memory.
    return greatest >= maxDigits ? null : new BigDecimal(text.substring(from, to)).toBigInteger();
  }

  /**
   * The value of a literal with its scale; an exponent beyond HUGE_EXPONENT is cut off, which
   * leaves the value on the same side of every number that {@link #isShort}.
   */
  static BigDecimal toDecimal(String text, int from, int to) {
    int end = from;
    while (end < to && (text.charAt(end) | 0x20) != 'e') {
      end++;
    }
    BigDecimal factor = new BigDecimal(text.substring(from, end));
    return factor.scaleByPowerOfTen(exponent(text, end, to));
  }

  /** Whether a number stays short when it is written without an exponent. */
  static boolean isShort(BigDecimal value) {
    return value.scale() <= MAX_DIGITS && value.precision() - value.scale() <= MAX_DIGITS;
  }

  /** The power of ten at which the first or the last digit stands that is not 0, else ZERO. */
  private static int power(String text, int from, int to, boolean last) {
    int start = text.charAt(from) == '-' ? from + 1 : from;
    int end = start;
    int point = -1;
    for (; end < to && (isDigit(text.charAt(end)) || text.charAt(end) == '.'); end++) {
      if (text.charAt(end) == '.') {
        point = end;
      }
    }
    if (point < 0) {
      point = end;
    }
    int step = last ? -1 : 1;
    for (int i = last ? end - 1 : start; i >= start && i < end; i += step) {
      char c = text.charAt(i);
      if (c != '0' && c != '.') {
        return (i < point ? point - 1 - i : point - i) + exponent(text, end, to);
      }
    }
    return ZERO;
  }

  /** The exponent that starts at a place, cut off at HUGE_EXPONENT; 0 if the literal ends there. */
  private static int exponent(String text, int from, int to) {
    int exponent = 0;
    boolean negative = false;
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        exponent = Math.min(exponent * 10 + (c - '0'), HUGE_EXPONENT);
      } else {
        negative = c == '-';
      }
    }
    return negative ? -exponent : exponent;
  }
}
