package dev.adze.processor.oracle;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** The integers with a fixed number of bits, and their boxes. */
final class IntegerFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.dice()
        .pick(
            new Type("byte", "Byte", Byte.SIZE),
            new Type("short", "Short", Short.SIZE),
            new Type("int", "Integer", Integer.SIZE),
            new Type("long", "Long", Long.SIZE),
            new Type("Byte", "Byte", Byte.SIZE),
            new Type("Short", "Short", Short.SIZE),
            new Type("Integer", "Integer", Integer.SIZE),
            new Type("Long", "Long", Long.SIZE));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(String source, String boxed, int bits) implements JavaType {
    @Override
    public Doc document(Walk walk) {
      Dice dice = walk.dice();
      BigInteger value =
          switch (dice.below(6)) {
            case 0 -> min();
            case 1 -> max();
            case 2 -> BigInteger.valueOf(dice.between(-1, 1));
            case 3 -> BigInteger.valueOf(dice.between(-100, 100));
            default -> BigInteger.valueOf(dice.bits() >> (Long.SIZE - bits) >> dice.below(bits));
          };
      return Doc.literal(Spelling.integer(dice, value));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      return switch (dice.below(4)) {
        case 0 -> walk.fault("minimum", below(dice));
        case 1 -> walk.fault("maximum", above(dice));
        case 2 ->
            walk.fault(
                "fraction",
                dice.pick(
                    "5.1", "-0.5", "1e-1", "1.0000000000000000000001", "0.1e0", "15E-1", "1e-400",
                    "127.00000000000000000000000000000000000000000000000000000000000001"));
        default -> Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
      };
    }

    private String below(Dice dice) {
      return dice.chance(0.5)
          ? Spelling.integer(dice, min().subtract(BigInteger.ONE))
          : dice.pick("-1e30", "-1e300", "-1e400", "-18446744073709551616", "-1e19");
    }

    private String above(Dice dice) {
      BigInteger more = dice.pick(BigInteger.ONE, BigInteger.TWO.pow(bits));
      return dice.chance(0.6)
          ? Spelling.integer(dice, max().add(more))
          : dice.pick("9223372036854775808", "1e30", "1e300", "1e400", "1E999999", "1e19");
    }

    private BigInteger min() {
      return max().negate().subtract(BigInteger.ONE);
    }

    private BigInteger max() {
      return BigInteger.TWO.pow(bits - 1).subtract(BigInteger.ONE);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.decimalValue().compareTo(bound.decimalValue()) == 0;
    }
  }
}
