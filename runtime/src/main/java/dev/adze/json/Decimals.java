package dev.adze.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The shortest decimal text of floating-point values. Before JDK 19 {@link Double#toString(double)}
 * sometimes gives a digit too many or not the nearest of the short ones (JDK-4511638), so that
 * there its answer is kept only where it is sure to be right.
 */
final class Decimals {
  private static final boolean JDK_IS_EXACT = Runtime.version().feature() >= 19;

  private Decimals() {}

  static String text(double value) {
    String text = Double.toString(value);
    // Two decimals of up to 15 digits are never the same normal double, so this one is the only
    // one.
    boolean sure =
        JDK_IS_EXACT || value == 0 || (Math.abs(value) >= Double.MIN_NORMAL && digits(text) <= 15);
    return sure ? text : shortest(value);
  }

  static String text(float value) {
    String text = Float.toString(value);
    boolean sure =
        JDK_IS_EXACT || value == 0 || (Math.abs(value) >= Float.MIN_NORMAL && digits(text) <= 6);
    return sure ? text : shortest(value);
  }

  /** What {@link Double#toString(double)} of JDK 19 answers for a value that is not 0. */
  static String shortest(double value) {
    return written(value < 0, search(Math.abs(value), false));
  }

  /** What {@link Float#toString(float)} of JDK 19 answers for a value that is not 0. */
  static String shortest(float value) {
    return written(value < 0, search(Math.abs(value), true));
  }

  /** Takes digits off as long as the value can still be told; two are always written. */
  private static BigDecimal search(double value, boolean single) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal best = exact;
    for (int digits = single ? 9 : 17; digits >= 2; digits--) {
      BigDecimal shorter = nearest(value, exact, digits, single);
      if (shorter == null) {
        return best;
      }
      best = shorter;
    }
    return best;
  }

  /** The decimal of so many digits that is nearest to a value and reads back as it, if any does. */
  private static @Nullable BigDecimal nearest(
      double value, BigDecimal exact, int digits, boolean single) {
    BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
    if (below.compareTo(exact) == 0) {
      return below;
    }
    BigDecimal above = below.add(below.ulp());
    boolean belowReads = readsAs(value, below, single);
    boolean aboveReads = readsAs(value, above, single);
    if (belowReads && aboveReads) {
      int side = exact.subtract(below).compareTo(above.subtract(exact));
      return side < 0 || (side == 0 && !below.unscaledValue().testBit(0)) ? below : above;
    }
    return belowReads ? below : aboveReads ? above : null;
  }

  private static boolean readsAs(double value, BigDecimal decimal, boolean single) {
    return (single ? decimal.floatValue() : decimal.doubleValue()) == value;
  }

  /** The layout of {@link Double#toString(double)}. */
  private static String written(boolean negative, BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    String digits = stripped.unscaledValue().toString();
    int exponent = digits.length() - 1 - stripped.scale();
    String text;
    if (exponent < -3 || exponent >= 7) {
      String fraction = digits.length() == 1 ? "0" : digits.substring(1);
      text = digits.charAt(0) + "." + fraction + "E" + exponent;
    } else {
      text = stripped.scale() <= 0 ? stripped.toPlainString() + ".0" : stripped.toPlainString();
    }
    return negative ? "-" + text : text;
  }

  /** How many digits stand in a text, those of its exponent and leading zeros aside. */
  private static int digits(String text) {
    int count = 0;
    for (int i = 0; i < text.length() && text.charAt(i) != 'E'; i++) {
      char c = text.charAt(i);
      if (Numbers.isDigit(c) && (c != '0' || count > 0)) {
        count++;
      }
    }
    return count;
  }
}
