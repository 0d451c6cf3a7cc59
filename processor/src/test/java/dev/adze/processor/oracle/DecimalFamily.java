package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/** {@code BigDecimal}. */
final class DecimalFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type();
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type() implements JavaType {
    @Override
    public String source() {
      return "BigDecimal";
    }

    @Override
    public Doc document(Walk walk) {
      Dice dice = walk.dice();
      return Doc.literal(
          switch (dice.below(3)) {
            case 0 ->
                dice.pick(
                    "0",
                    "-0",
                    "0.00",
                    "1.0",
                    "1.00",
                    "1e2",
                    "1E-20",
                    "-1e400",
                    "1e-400",
                    "0e10",
                    "123456789012345678901234567890.123456789012345678901234567890",
                    "10E+2");
            case 1 -> dice.between(-1000, 1000) + "." + dice.below(100000);
            default -> dice.between(-99, 99) + "." + dice.below(1000) + "e" + dice.between(-30, 30);
          });
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.decimalValue().compareTo(bound.decimalValue()) == 0;
    }
  }
}
