package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/** {@code float}, {@code double} and their boxes. */
final class FloatingFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.dice()
        .pick(
            new Type("float", "Float"),
            new Type("double", "Double"),
            new Type("Float", "Float"),
            new Type("Double", "Double"));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(String source, String boxed) implements JavaType {
    @Override
    public String optional() {
      return source.equals("double") ? "OptionalDouble" : JavaType.super.optional();
    }

    @Override
    public Doc document(Walk walk) {
      Dice dice = walk.dice();
      return Doc.literal(
          switch (dice.below(5)) {
            case 0 ->
                dice.pick(
                    "0",
                    "-0",
                    "0.0",
                    "-0.0",
                    "1",
                    "0.1",
                    "-2.50",
                    "1e2",
                    "1E+2",
                    "10E-1",
                    "1e-400",
                    "-1e-400",
                    "4.9e-324",
                    "1.4E-45",
                    "3.4028235e38",
                    "16777217",
                    "9007199254740993",
                    "0.1000000000000000055511151231257827021181583404541015625");
            case 1 -> isFloat() ? "3.40282350000000000001E38" : "1.7976931348623157e308";
            case 2 -> isFloat() ? Float.toString(anyFloat(dice)) : Double.toString(anyDouble(dice));
            case 3 -> dice.between(-1000, 1000) + "." + dice.below(100000);
            default -> dice.between(-99, 99) + "." + dice.below(1000) + "e" + dice.between(-30, 30);
          });
    }

    private static float anyFloat(Dice dice) {
      float value = Float.intBitsToFloat((int) dice.bits());
      return Float.isFinite(value) ? value : 0.5f;
    }

    private static double anyDouble(Dice dice) {
      double value = Double.longBitsToDouble(dice.bits());
      return Double.isFinite(value) ? value : 0.5;
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      if (dice.chance(0.3)) {
        String tooGreat = isFloat() ? dice.pick("1e39", "-3.5e38", "1e400") : "-1.8e308";
        return walk.fault("overflow", dice.pick("1e400", "-1e400", "1E999999", tooGreat));
      }
      return Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
    }

    private boolean isFloat() {
      return boxed.equals("Float");
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return isFloat()
          ? given.decimalValue().floatValue() == bound.decimalValue().floatValue()
          : given.decimalValue().doubleValue() == bound.decimalValue().doubleValue();
    }
  }
}
