package dev.adze.processor.oracle;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** The integers, their boxes, and years. */
final class IntegerFamily implements Family {
  private static final BigInteger TEN_TO_40 = BigInteger.TEN.pow(40);

  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.dice()
        .pick(
            bits("byte", "Byte", Byte.SIZE),
            bits("short", "Short", Short.SIZE),
            bits("int", "Integer", Integer.SIZE),
            bits("long", "Long", Long.SIZE),
            bits("Byte", "Byte", Byte.SIZE),
            bits("Short", "Short", Short.SIZE),
            bits("Integer", "Integer", Integer.SIZE),
            bits("Long", "Long", Long.SIZE),
            between("BigInteger", "BigInteger", TEN_TO_40.negate(), TEN_TO_40),
            between(
                "Year", "Year", BigInteger.valueOf(-999_999_999), BigInteger.valueOf(999_999_999)));
  }

  /** A type of all numbers with so many bits. */
  static Type bits(String source, String boxed, int bits) {
    BigInteger end = BigInteger.TWO.pow(bits - 1);
    return between(source, boxed, end.negate(), end.subtract(BigInteger.ONE));
  }

  /** A type of all numbers in a range; that of a BigInteger has no end. */
  static Type between(String source, String boxed, BigInteger min, BigInteger max) {
    return new Type(source, boxed, min, max);
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  /** An integer type, perhaps with annotations. */
  record Type(String source, String boxed, BigInteger min, BigInteger max) implements JavaType {
    @Override
    public String optional() {
      String special = source.replaceFirst("\\bint$", "OptionalInt");
      special = special.replaceFirst("\\blong$", "OptionalLong");
      return special.equals(source) ? JavaType.super.optional() : special;
    }

    @Override
    public Doc document(Walk walk) {
      Dice dice = walk.dice();
      BigInteger value =
          switch (dice.below(6)) {
            case 0 -> min;
            case 1 -> max;
            case 2 -> BigInteger.valueOf(dice.between(-1, 1));
            case 3 -> BigInteger.valueOf(dice.between(-100, 100));
            default -> BigInteger.valueOf(dice.bits() >> dice.below(Long.SIZE));
          };
      return Doc.literal(Spelling.integer(dice, value.max(min).min(max)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      return switch (dice.below(isUnbounded() ? 2 : 4)) {
        case 0 ->
            walk.fault(
                "fraction",
                dice.pick(
                    "5.1",
                    "-0.5",
                    "1e-1",
                    "1.0000000000000000000001",
                    "0.1e0",
                    "15E-1",
                    "1e-400",
                    "127.00000000000000000000000000000000000000000000000000000000000001"));
        case 1 -> Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
        case 2 -> walk.fault("minimum", below(dice));
        default -> walk.fault("maximum", above(dice));
      };
    }

    private boolean isUnbounded() {
      return max.equals(TEN_TO_40);
    }

    private String below(Dice dice) {
      return dice.chance(0.5)
          ? Spelling.integer(dice, min.subtract(BigInteger.ONE))
          : dice.pick("-1e30", "-1e300", "-1e400", "-18446744073709551616", "-1e19");
    }

    private String above(Dice dice) {
      BigInteger more = dice.pick(BigInteger.ONE, max.subtract(min).add(BigInteger.ONE));
      return dice.chance(0.6)
          ? Spelling.integer(dice, max.add(more))
          : dice.pick("9223372036854775808", "1e30", "1e300", "1e400", "1E999999", "1e19");
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.decimalValue().compareTo(bound.decimalValue()) == 0;
    }
  }
}
