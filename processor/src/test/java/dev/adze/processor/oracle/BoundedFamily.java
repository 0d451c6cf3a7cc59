package dev.adze.processor.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Numbers with a fraction and with the constraints of Jakarta Validation. */
final class BoundedFamily implements Family {
  private static final BigDecimal TINY = new BigDecimal("1e-9");
  private static final BigDecimal FAR = BigDecimal.valueOf(1000);

  @Override
  public JavaType draw(TypeDraw draw) {
    Dice dice = draw.dice();
    String source = dice.pick("double", "Double", "float", "Float", "BigDecimal", "BigDecimal");
    return switch (dice.below(6)) {
      case 0 -> new Type("@Positive ", source, limit("0", false), null, null);
      case 1 -> new Type("@PositiveOrZero ", source, limit("0", true), null, null);
      case 2 -> new Type("@Negative ", source, null, limit("0", false), null);
      case 3 -> new Type("@NegativeOrZero ", source, null, limit("0", true), null);
      case 4 -> digits(dice);
      default -> between(dice, source);
    };
  }

  /** A bound, which is a value itself or not. */
  private record Limit(BigDecimal value, boolean inclusive) {}

  private static Limit limit(String value, boolean inclusive) {
    return new Limit(new BigDecimal(value), inclusive);
  }

  private static Type between(Dice dice, String source) {
    BigDecimal least = BigDecimal.valueOf(dice.between(-2000, 2000), 2);
    BigDecimal most = least.add(BigDecimal.valueOf(dice.between(100, 900), 2));
    Limit min = new Limit(least, dice.chance(0.5));
    Limit max = new Limit(most, dice.chance(0.5));
    String annotations = annotation("DecimalMin", min) + annotation("DecimalMax", max);
    return dice.chance(0.3)
        ? new Type(annotation("DecimalMin", min), source, min, null, null)
        : new Type(annotations, source, min, max, null);
  }

  private static String annotation(String name, Limit limit) {
    return limit.inclusive && limit.value.signum() > 0
        ? "@%s(\"%s\") ".formatted(name, limit.value)
        : "@%s(value = \"%s\", inclusive = %s) ".formatted(name, limit.value, limit.inclusive);
  }

  private static Type digits(Dice dice) {
    int whole = dice.between(0, 3);
    int fraction = dice.between(0, 3);
    BigDecimal end = BigDecimal.ONE.movePointRight(whole);
    String annotation = "@Digits(integer = " + whole + ", fraction = " + fraction + ") ";
    return new Type(
        annotation,
        "BigDecimal",
        new Limit(end.negate(), false),
        new Limit(end, false),
        BigDecimal.ONE.movePointLeft(fraction));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(
      String annotations,
      String name,
      @Nullable Limit min,
      @Nullable Limit max,
      @Nullable BigDecimal step)
      implements JavaType {
    @Override
    public String source() {
      return annotations + name;
    }

    @Override
    public String boxed() {
      return annotations
          + (name.equals("double") ? "Double" : name.equals("float") ? "Float" : name);
    }

    @Override
    public String optional() {
      return name.equals("double") ? annotations + "OptionalDouble" : JavaType.super.optional();
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(written(walk.dice(), any(walk.dice(), this::fits)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      if (dice.chance(0.4)) {
        return Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
      }
      return walk.fault("constraint", written(dice, any(dice, number -> !allows(number))));
    }

    /** A number with a property that at least one of the numbers at its ends has. */
    private BigDecimal any(Dice dice, Predicate<BigDecimal> property) {
      BigDecimal low = min == null ? FAR.negate() : min.value;
      BigDecimal high = max == null ? FAR : max.value;
      List<BigDecimal> numbers = new ArrayList<>();
      for (BigDecimal end : List.of(low, high)) {
        for (BigDecimal distance : List.of(BigDecimal.ZERO, TINY, BigDecimal.ONE)) {
          numbers.add(end.add(distance));
          numbers.add(end.subtract(distance));
        }
      }
      BigDecimal inside =
          low.add(high.subtract(low).multiply(BigDecimal.valueOf(dice.below(1000), 3)));
      numbers.add(inside);
      numbers.add(step == null ? inside : inside.divideToIntegralValue(step).multiply(step));
      numbers.add(BigDecimal.ZERO);
      numbers.add(BigDecimal.valueOf(1, dice.between(1, 4)));
      return dice.pick(numbers.stream().filter(property).toList());
    }

    /** Whether a number fits, and still does when it is rounded to what the type holds. */
    private boolean fits(BigDecimal number) {
      return allows(number)
          && switch (name) {
            case "double", "Double" -> allows(new BigDecimal("" + number.doubleValue()));
            case "float", "Float" -> allows(new BigDecimal("" + number.floatValue()));
            default -> true;
          };
    }

    private boolean allows(BigDecimal number) {
      int low = min == null ? 1 : number.compareTo(min.value);
      int high = max == null ? -1 : number.compareTo(max.value);
      return (low > 0 || (low == 0 && min.inclusive))
          && (high < 0 || (high == 0 && max.inclusive))
          && (step == null || number.remainder(step).signum() == 0);
    }

    private static String written(Dice dice, BigDecimal number) {
      return switch (dice.below(4)) {
        case 0 -> number.toPlainString();
        case 1 -> number.setScale(number.scale() + 2).toPlainString();
        case 2 -> number.movePointLeft(2).toPlainString() + "e2";
        default -> number.toString();
      };
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      BigDecimal one = given.decimalValue();
      BigDecimal other = bound.decimalValue();
      return switch (name) {
        case "double", "Double" -> one.doubleValue() == other.doubleValue();
        case "float", "Float" -> one.floatValue() == other.floatValue();
        default -> one.compareTo(other) == 0;
      };
    }
  }
}
