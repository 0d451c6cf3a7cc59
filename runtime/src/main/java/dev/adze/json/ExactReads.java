package dev.adze.json;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads numbers of any size, and numbers that a rule holds for. */
final class ExactReads {
  /** The rule that asks for nothing. */
  static final NumberRule ANY = NumberRule.builder().build();

  private ExactReads() {}

  static long integer(Cursor in, NumberRule rule, long min, long max) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    long value = NumberReads.integer(in, min, max, rule.integer);
    return in.isSoundSince(before) && keeps(in, rule, BigDecimal.valueOf(value), rule.integer, from)
        ? value
        : 0;
  }

  /**
   * Reads a number that keeps a rule as it is written, which is what the schema judges, and as the
   * {@code double} that it becomes, so that what is written of that is taken again.
   */
  static double floating(Cursor in, NumberRule rule) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    double value = NumberReads.floating(in, rule.number);
    if (!in.isSoundSince(before)) {
      return 0;
    }
    boolean kept =
        rule.surelyHolds(value)
            || (keeps(in, rule, from)
                && keeps(in, rule, new BigDecimal(Decimals.text(value)), rule.asDouble(), from));
    return kept ? value : 0;
  }

  /** Reads a number that keeps a rule as it is written and as the {@code float} it becomes. */
  static float shortFloating(Cursor in, NumberRule rule) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    float value = NumberReads.shortFloating(in, rule.number);
    boolean kept =
        in.isSoundSince(before)
            && keeps(in, rule, from)
            && keeps(in, rule, new BigDecimal(Decimals.text(value)), rule.asFloat(), from);
    return kept ? value : 0;
  }

  static BigInteger bigInteger(Cursor in, NumberRule rule) {
    if (!NumberReads.comes(in, rule.integer)) {
      return BigInteger.ZERO;
    }
    int from = in.at;
    if (!in.number()) {
      return BigInteger.ZERO;
    }
    if (!Numbers.isIntegral(in.text, from, in.at)) {
      NumberReads.refused(in, JsonFault.Kind.NOT_AN_INTEGER, rule.integer, from);
      return BigInteger.ZERO;
    }
    BigInteger value = Numbers.toInteger(in.text, from, in.at, Numbers.MAX_DIGITS);
    if (value == null) {
      tooLong(in, "an integer", from);
      return BigInteger.ZERO;
    }
    return rule == ANY || keeps(in, rule, new BigDecimal(value), rule.integer, from)
        ? value
        : BigInteger.ZERO;
  }

  static BigDecimal bigDecimal(Cursor in, NumberRule rule) {
    if (!NumberReads.comes(in, rule.number)) {
      return BigDecimal.ZERO;
    }
    int from = in.at;
    if (!in.number()) {
      return BigDecimal.ZERO;
    }
    BigDecimal value = Numbers.toDecimal(in.text, from, in.at);
    if (!Numbers.isShort(value)) {
      tooLong(in, "a number", from);
      return BigDecimal.ZERO;
    }
    return rule == ANY || keeps(in, rule, value, rule.number, from) ? value : BigDecimal.ZERO;
  }

  static void tooLong(Cursor in, String noun, int from) {
    NumberReads.refused(in, JsonFault.Kind.TOO_LONG, noun + " of " + Numbers.DIGITS_LIMIT, from);
  }

  /** Whether the number whose literal was just read keeps a rule. */
  private static boolean keeps(Cursor in, NumberRule rule, int from) {
    return keeps(in, rule, Numbers.toDecimal(in.text, from, in.at), rule.number, from);
  }

  private static boolean keeps(
      Cursor in, NumberRule rule, BigDecimal value, String expected, int from) {
    if (!rule.inRange(value)) {
      NumberReads.refused(in, JsonFault.Kind.OUT_OF_RANGE, expected, from);
      return false;
    }
    if (!rule.isMultiple(value)) {
      NumberReads.refused(in, JsonFault.Kind.NOT_A_MULTIPLE, expected, from);
      return false;
    }
    return true;
  }
}
