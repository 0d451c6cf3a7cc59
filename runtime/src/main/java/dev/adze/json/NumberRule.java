package dev.adze.json;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a number must keep to: bounds, and a step of which it is a multiple. A rule judges the
 * number as it is written in the text, because that is what the schema judges, and a {@code double}
 * or {@code float} that is read from it as well: {@code 0.29999999999999999} is less than 0.3, but
 * the {@code double} is 0.3.
 *
 * <pre>{@code
 * private static final NumberRule PRICE =
 *     NumberRule.builder()
 *         .exclusiveMinimum(new BigDecimal("0"))
 *         .multipleOf(new BigDecimal("0.01"))
 *         .build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads; meant to be a constant.
 */
public final class NumberRule {
  private final @Nullable BigDecimal minimum;
  private final @Nullable BigDecimal maximum;
  private final @Nullable BigDecimal multipleOf;
  private final boolean minimumExclusive;
  private final boolean maximumExclusive;

  /** The doubles nearest to the bounds; infinite where there is none. */
  private final double nearMinimum;

  private final double nearMaximum;

  /** What the rule asks of integers and of numbers, such as "a number of at least 1". */
  final String integer;

  final String number;

  private NumberRule(Builder builder) {
    minimum = builder.minimum;
    maximum = builder.maximum;
    multipleOf = builder.multipleOf;
    minimumExclusive = builder.minimumExclusive;
    maximumExclusive = builder.maximumExclusive;
    nearMinimum = minimum == null ? Double.NEGATIVE_INFINITY : minimum.doubleValue();
    nearMaximum = maximum == null ? Double.POSITIVE_INFINITY : maximum.doubleValue();
    String conditions = conditions();
    integer = "an integer" + conditions;
    number = "a number" + conditions;
  }

  /**
   * Starts a rule that every number keeps.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** What the rule asks of a number that is read as a {@code double}. */
  String asDouble() {
    return number + " as a double";
  }

  /** What the rule asks of a number that is read as a {@code float}. */
  String asFloat() {
    return number + " as a float";
  }

  /** Whether a double keeps the rule, and so does whatever it was rounded from. */
  boolean surelyHolds(double value) {
    // Rounding keeps order: what lies on one side of a rounded bound came from that side.
    return multipleOf == null && value > nearMinimum && value < nearMaximum;
  }

  boolean inRange(BigDecimal value) {
    return (minimum == null || value.compareTo(minimum) >= (minimumExclusive ? 1 : 0))
        && (maximum == null || value.compareTo(maximum) <= (maximumExclusive ? -1 : 0));
  }

  boolean isMultiple(BigDecimal value) {
    return multipleOf == null || value.remainder(multipleOf).signum() == 0;
  }

  private String conditions() {
    StringBuilder text = new StringBuilder();
    if (minimum != null) {
      text.append(minimumExclusive ? " greater than " : " of at least ").append(minimum);
    }
    if (maximum != null) {
      text.append(text.length() > 0 ? " and" : "")
          .append(
              maximumExclusive ? " less than " : text.length() > 0 ? " at most " : " of at most ")
          .append(maximum);
    }
    if (multipleOf != null) {
      text.append(text.length() > 0 ? ", a multiple of " : " that is a multiple of ")
          .append(multipleOf);
    }
    return text.toString();
  }

  /** Collects what a rule asks for. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable BigDecimal minimum;
    private @Nullable BigDecimal maximum;
    private @Nullable BigDecimal multipleOf;
    private boolean minimumExclusive;
    private boolean maximumExclusive;

    private Builder() {}

    /**
     * Sets the least number allowed, in place of any lower bound set before.
     *
     * @param bound the number
     * @return this builder
     */
    public Builder minimum(BigDecimal bound) {
      minimum = checked(bound);
      minimumExclusive = false;
      return this;
    }

    /**
     * Sets the greatest number allowed, in place of any upper bound set before.
     *
     * @param bound the number
     * @return this builder
     */
    public Builder maximum(BigDecimal bound) {
      maximum = checked(bound);
      maximumExclusive = false;
      return this;
    }

    /**
     * Sets the number that all must be greater than, in place of any lower bound set before.
     *
     * @param bound the number
     * @return this builder
     */
    public Builder exclusiveMinimum(BigDecimal bound) {
      minimum = checked(bound);
      minimumExclusive = true;
      return this;
    }

    /**
     * Sets the number that all must be less than, in place of any upper bound set before.
     *
     * @param bound the number
     * @return this builder
     */
    public Builder exclusiveMaximum(BigDecimal bound) {
      maximum = checked(bound);
      maximumExclusive = true;
      return this;
    }

    /**
     * Sets the step of which numbers are multiples.
     *
     * @param step a number greater than 0
     * @return this builder
     * @throws IllegalArgumentException if the step is 0 or less
     */
    public Builder multipleOf(BigDecimal step) {
      if (step.signum() <= 0) {
        throw new IllegalArgumentException("A step is greater than 0; got " + step + ".");
      }
      multipleOf = checked(step);
      return this;
    }

    /**
     * Ends the rule. The builder can go on; what it built does not change.
     *
     * @return the rule
     */
    public NumberRule build() {
      return new NumberRule(this);
    }

    private static BigDecimal checked(BigDecimal number) {
      Objects.requireNonNull(number, "number");
      if (!Numbers.isShort(number)) {
        throw new IllegalArgumentException(
            "Rules have numbers of " + Numbers.DIGITS_LIMIT + ", so that comparing stays cheap.");
      }
      return number;
    }
  }
}
