package dev.adze.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a number.
 *
 * @param min the lower bound, if any
 * @param max the upper bound, if any
 * @param step what it is a multiple of, if anything
 */
record NumberLimits(@Nullable Bound min, @Nullable Bound max, @Nullable BigDecimal step) {
  static final NumberLimits NONE = new NumberLimits(null, null, null);

  /** A bound, which is a value itself or not. */
  record Bound(BigDecimal value, boolean exclusive) {}

  boolean isNone() {
    return min == null && max == null && step == null;
  }

  NumberLimits atLeast(Bound bound) {
    return tighter(bound, min, true) ? new NumberLimits(bound, max, step) : this;
  }

  NumberLimits atMost(Bound bound) {
    return tighter(bound, max, false) ? new NumberLimits(min, bound, step) : this;
  }

  /** Of two steps, which are powers of ten, the greater is a multiple of the other. */
  NumberLimits inStepsOf(BigDecimal other) {
    return step == null || step.compareTo(other) < 0 ? new NumberLimits(min, max, other) : this;
  }

  /** Adds bounds that are no values themselves. */
  NumberLimits between(BigInteger lower, BigInteger upper) {
    return atLeast(new Bound(new BigDecimal(lower), true))
        .atMost(new Bound(new BigDecimal(upper), true));
  }

  private static boolean tighter(Bound bound, @Nullable Bound old, boolean up) {
    if (old == null) {
      return true;
    }
    int order = bound.value().compareTo(old.value());
    return order == 0 ? bound.exclusive() : (order > 0) == up;
  }

  /** Whether no number is left. */
  boolean isEmpty() {
    if (min == null || max == null) {
      return false;
    }
    int order = min.value().compareTo(max.value());
    return order > 0
        || (order == 0 && (min.exclusive() || max.exclusive()))
        || (step != null
            && steps(min, step, RoundingMode.CEILING, BigDecimal.ONE)
                    .compareTo(steps(max, step, RoundingMode.FLOOR, BigDecimal.ONE.negate()))
                > 0);
  }

  /** How many steps the nearest multiple on this side of a bound is from 0. */
  private static BigDecimal steps(
      Bound bound, BigDecimal step, RoundingMode rounding, BigDecimal inside) {
    BigDecimal steps = bound.value().divide(step, 0, rounding);
    boolean excluded = bound.exclusive() && steps.multiply(step).compareTo(bound.value()) == 0;
    return excluded ? steps.add(inside) : steps;
  }

  boolean allows(BigDecimal number) {
    return (min == null || number.compareTo(min.value()) >= (min.exclusive() ? 1 : 0))
        && (max == null || number.compareTo(max.value()) <= (max.exclusive() ? -1 : 0))
        && (step == null || number.remainder(step).signum() == 0);
  }

  /** The limits in words, as in "a number of at least 1". */
  String describe(String noun) {
    StringBuilder text = new StringBuilder(noun);
    if (min != null) {
      text.append(min.exclusive() ? " greater than " : " of at least ").append(min.value());
    }
    if (max != null) {
      text.append(min == null ? "" : " and")
          .append(max.exclusive() ? " less than " : min == null ? " of at most " : " at most ")
          .append(max.value());
    }
    if (step != null) {
      text.append(min == null && max == null ? " that is a multiple of " : ", a multiple of ")
          .append(step);
    }
    return text.toString();
  }
}
