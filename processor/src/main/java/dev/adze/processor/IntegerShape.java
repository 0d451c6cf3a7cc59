package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * An integer.
 *
 * @param type a primitive, its box, {@code BigInteger} or {@code Year}
 * @param min the least value; null for {@code long} and {@code BigInteger} if nothing is asked
 * @param max the greatest value; null likewise
 */
record IntegerShape(TypeName type, @Nullable BigInteger min, @Nullable BigInteger max)
    implements Shape {
  static final ClassName BIG = ClassName.get(BigInteger.class);
  private static final ClassName YEAR = ClassName.get(Year.class);

  /** The bounds as limits of numbers. */
  NumberLimits limits() {
    NumberLimits limits = NumberLimits.NONE;
    if (min != null) {
      limits = limits.atLeast(new NumberLimits.Bound(new BigDecimal(min), false));
    }
    return max == null ? limits : limits.atMost(new NumberLimits.Bound(new BigDecimal(max), false));
  }

  boolean isBig() {
    return type.equals(BIG);
  }

  boolean isYear() {
    return type.equals(YEAR);
  }

  boolean isLong() {
    return type.box().equals(TypeName.LONG.box());
  }

  /** The least value that the type has, or null if it has none. */
  @Nullable BigInteger leastOfType() {
    if (isBig()) {
      return null;
    }
    return isYear()
        ? BigInteger.valueOf(Year.MIN_VALUE)
        : BigInteger.ONE.shiftLeft(bits() - 1).negate();
  }

  /** The greatest value that the type has, or null if it has none. */
  @Nullable BigInteger greatestOfType() {
    if (isBig()) {
      return null;
    }
    return isYear()
        ? BigInteger.valueOf(Year.MAX_VALUE)
        : BigInteger.ONE.shiftLeft(bits() - 1).subtract(BigInteger.ONE);
  }

  private int bits() {
    if (isLong()) {
      return Long.SIZE;
    }
    if (type.box().equals(TypeName.INT.box())) {
      return Integer.SIZE;
    }
    return type.box().equals(TypeName.SHORT.box()) ? Short.SIZE : Byte.SIZE;
  }

  boolean allows(BigInteger value) {
    BigInteger least = min == null ? leastOfType() : min;
    BigInteger greatest = max == null ? greatestOfType() : max;
    return (least == null || value.compareTo(least) >= 0)
        && (greatest == null || value.compareTo(greatest) <= 0);
  }

  @Override
  public boolean equalsAsJson() {
    return true;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onInteger(this);
  }
}
