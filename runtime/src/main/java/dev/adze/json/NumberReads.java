package dev.adze.json;

import java.math.BigInteger;

/** Reads numbers as Java's types. */
final class NumberReads {
  /** So many digits never overflow a long. */
  private static final int SAFE_DIGITS = 18;

  private NumberReads() {}

  static long integer(Cursor in, long min, long max) {
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
      return unusualInteger(in, min, max);
    }
    from = in.at;
    in.at = i;
    return inRange(in, negative ? -value : value, min, max, from);
  }

  static double floating(Cursor in) {
    if (!comes(in, "a number")) {
      return 0;
    }
    int from = in.at;
    double value = in.number() ? Numbers.toDouble(in.text, from, in.at) : 0;
    if (Double.isInfinite(value)) {
      return refused(in, JsonFault.Kind.OUT_OF_RANGE, "a number up to about 1.8e308 in size", from);
    }
    return value;
  }

  static float shortFloating(Cursor in) {
    if (!comes(in, "a number")) {
      return 0;
    }
    int from = in.at;
    float value = in.number() ? Numbers.toFloat(in.text, from, in.at) : 0;
    if (Float.isInfinite(value)) {
      return refused(in, JsonFault.Kind.OUT_OF_RANGE, "a number up to about 3.4e38 in size", from);
    }
    return value;
  }

  /** Reads an integer that is long, or spelled with a point or an exponent, or none at all. */
  private static long unusualInteger(Cursor in, long min, long max) {
    String expected = FaultText.integer(min, max);
    if (!comes(in, expected)) {
      return 0;
    }
    int from = in.at;
    if (!in.number()) {
      return 0;
    }
    if (!Numbers.isIntegral(in.text, from, in.at)) {
      return refused(in, JsonFault.Kind.NOT_AN_INTEGER, expected, from);
    }
    BigInteger value = Numbers.toInteger(in.text, from, in.at);
    if (value == null || value.bitLength() >= Long.SIZE) {
      return refused(in, JsonFault.Kind.OUT_OF_RANGE, FaultText.integerBetween(min, max), from);
    }
    return inRange(in, value.longValue(), min, max, from);
  }

  private static long inRange(Cursor in, long value, long min, long max, int from) {
    if (value >= min && value <= max) {
      return value;
    }
    return refused(in, JsonFault.Kind.OUT_OF_RANGE, FaultText.integerBetween(min, max), from);
  }

  /** Whether a number comes; if not, the value is refused. */
  private static boolean comes(Cursor in, String expected) {
    char c = in.peek();
    if (c == '-' || Numbers.isDigit(c)) {
      return true;
    }
    in.refuse(expected);
    return false;
  }

  /** Notes a fault of the literal just read, and answers what is read in its place. */
  private static int refused(Cursor in, JsonFault.Kind kind, String expected, int from) {
    if (in.admits()) {
      in.note(kind, FaultText.got(expected, in.text, from, in.at));
    }
    return 0;
  }
}
