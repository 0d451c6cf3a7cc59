package dev.adze.json;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads numbers as Java's types. */
final class NumberReads {
  /** So many digits never overflow a long. */
  private static final int SAFE_DIGITS = 18;

  /** More digits before the point than this, and no long holds the value. */
  private static final int MAX_LONG_DIGITS = 19;

  /** The powers of ten that a double holds exactly. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long EXACT_IN_DOUBLE = 1L << 53;

  /**
   * With up to so many decimals no quotient is so near to the middle of two floats that rounding it
   * to a double first could move it there.
   */
  private static final int SAFE_DECIMALS_OF_FLOAT = 10;

  private NumberReads() {}

  static long integer(Cursor in, long min, long max) {
    return integer(in, min, max, null);
  }

  /**
   * Reads an integer within bounds; what is expected of it is said by the bounds unless it is
   * given.
   */
  static long integer(Cursor in, long min, long max, @Nullable String expected) {
    boolean negative = in.peek() == '-';
    String text = in.text;
    int from = negative ? in.at + 1 : in.at;
    int limit = Math.min(text.length(), from + SAFE_DIGITS);
    int i = from;
    long value = 0;
    while (i < limit && Numbers.isDigit(text.charAt(i))) {
      value = value * 10 + (text.charAt(i) - '0');
      i++;
    }
    boolean plain = i > from && (text.charAt(from) != '0' || i == from + 1);
    if (!plain || !Numbers.endsAt(text, i)) {
      return unusualInteger(in, min, max, expected);
    }
    from = in.at;
    in.at = i;
    return inRange(in, negative ? -value : value, min, max, expected, from);
  }

  static double floating(Cursor in, String expected) {
    double plain = plain(in, EXACT_POWERS.length - 1);
    return Double.isNaN(plain) ? unusualDouble(in, expected) : plain;
  }

  private static double unusualDouble(Cursor in, String expected) {
    if (!comes(in, expected)) {
      return 0;
    }
    int from = in.at;
    double value = in.number() ? Double.parseDouble(in.text.substring(from, in.at)) : 0;
    if (Double.isInfinite(value)) {
      return refused(in, JsonFault.Kind.OUT_OF_RANGE, "a number up to about 1.8e308 in size", from);
    }
    return value;
  }

  static float shortFloating(Cursor in, String expected) {
    double plain = plain(in, SAFE_DECIMALS_OF_FLOAT);
    return Double.isNaN(plain) ? unusualFloat(in, expected) : (float) plain;
  }

  private static float unusualFloat(Cursor in, String expected) {
    if (!comes(in, expected)) {
      return 0;
    }
    int from = in.at;
    float value = in.number() ? Float.parseFloat(in.text.substring(from, in.at)) : 0;
    if (Float.isInfinite(value)) {
      return refused(in, JsonFault.Kind.OUT_OF_RANGE, "a number up to about 3.4e38 in size", from);
    }
    return value;
  }

  /**
   * Reads a short literal without exponent, by one division of exact numbers and hence correctly
   * rounded. Of anything else, nothing is read and the answer is NaN.
   */
  private static double plain(Cursor in, int maxDecimals) {
    boolean negative = in.peek() == '-';
    String text = in.text;
    int from = negative ? in.at + 1 : in.at;
    long factor = 0;
    int point = -1;
    int i = from;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Numbers.isDigit(c)) {
        factor = factor * 10 + (c - '0');
        if (factor > EXACT_IN_DOUBLE) {
          return Double.NaN;
        }
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        break;
      }
    }
    int whole = (point < 0 ? i : point) - from;
    int decimals = point < 0 ? 0 : i - point - 1;
    boolean wellFormed =
        whole > 0
            && (whole == 1 || text.charAt(from) != '0')
            && (point < 0 || decimals > 0)
            && Numbers.endsAt(text, i);
    if (!wellFormed || decimals > maxDecimals) {
      return Double.NaN;
    }
    in.at = i;
    double value = factor / EXACT_POWERS[decimals];
    return negative ? -value : value;
  }

  /** Reads an integer that is long, or spelled with a point or an exponent, or none at all. */
  private static long unusualInteger(Cursor in, long min, long max, @Nullable String expected) {
    String phrase = expected == null ? FaultText.integer(min, max) : expected;
    if (!comes(in, phrase)) {
      return 0;
    }
    int from = in.at;
    if (!in.number()) {
      return 0;
    }
    if (!Numbers.isIntegral(in.text, from, in.at)) {
      return refused(in, JsonFault.Kind.NOT_AN_INTEGER, phrase, from);
    }
    BigInteger value = Numbers.toInteger(in.text, from, in.at, MAX_LONG_DIGITS);
    if (value == null || value.bitLength() >= Long.SIZE) {
      return outOfRange(in, min, max, expected, from);
    }
    return inRange(in, value.longValue(), min, max, expected, from);
  }

  private static long inRange(
      Cursor in, long value, long min, long max, @Nullable String expected, int from) {
    return value >= min && value <= max ? value : outOfRange(in, min, max, expected, from);
  }

  private static long outOfRange(
      Cursor in, long min, long max, @Nullable String expected, int from) {
    String phrase = expected == null ? FaultText.integerBetween(min, max) : expected;
    return refused(in, JsonFault.Kind.OUT_OF_RANGE, phrase, from);
  }

  /** Whether a number comes; if not, the value is refused. */
  static boolean comes(Cursor in, String expected) {
    char c = in.peek();
    if (c == '-' || Numbers.isDigit(c)) {
      return true;
    }
    in.refuse(expected);
    return false;
  }

  /** Notes a fault of the literal just read, and answers what is read in its place. */
  static int refused(Cursor in, JsonFault.Kind kind, String expected, int from) {
    if (in.admits()) {
      in.note(kind, FaultText.got(expected, in.text, from, in.at));
    }
    return 0;
  }
}
