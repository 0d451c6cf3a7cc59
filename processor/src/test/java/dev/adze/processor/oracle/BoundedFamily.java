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

  /** No float and no double is so near to another number. */
  private static final BigDecimal TINIER = new BigDecimal("1e-60");

  /** None is so near to 0. */
  private static final BigDecimal TINIEST = new BigDecimal("1e-400");

  private static final BigDecimal FAR = BigDecimal.valueOf(1000);
  private static final int INSIDE = 8;

  @Override
  public JavaType draw(TypeDraw draw) {
    Dice dice = draw.dice();
    String source = dice.pick("double", "Double", "float", "Float", "BigDecimal", "BigDecimal");
    return Type.of(
        dice,
        switch (dice.below(6)) {
          case 0 -> new Limits("@Positive ", source, limit("0", false), null, null);
          case 1 -> new Limits("@PositiveOrZero ", source, limit("0", true), null, null);
          case 2 -> new Limits("@Negative ", source, null, limit("0", false), null);
          case 3 -> new Limits("@NegativeOrZero ", source, null, limit("0", true), null);
          case 4 -> digits(dice);
          default -> between(dice, source);
        });
  }

  /** A bound, which is a value itself or not. */
  private record Limit(BigDecimal value, boolean inclusive) {}

  private static Limit limit(String value, boolean inclusive) {
    return new Limit(new BigDecimal(value), inclusive);
  }

  private static Limits between(Dice dice, String source) {
    BigDecimal least = BigDecimal.valueOf(dice.between(-2000, 2000), 2);
    BigDecimal most = least.add(BigDecimal.valueOf(dice.between(100, 900), 2));
    Limit min = new Limit(least, dice.chance(0.5));
    Limit max = new Limit(most, dice.chance(0.5));
    String annotations = annotation("DecimalMin", min) + annotation("DecimalMax", max);
    return dice.chance(0.3)
        ? new Limits(annotation("DecimalMin", min), source, min, null, null)
        : new Limits(annotations, source, min, max, null);
  }

  private static String annotation(String name, Limit limit) {
    return limit.inclusive && limit.value.signum() > 0
        ? "@%s(\"%s\") ".formatted(name, limit.value)
        : "@%s(value = \"%s\", inclusive = %s) ".formatted(name, limit.value, limit.inclusive);
  }

  private static Limits digits(Dice dice) {
    int whole = dice.between(0, 3);
    int fraction = dice.between(0, 3);
    BigDecimal end = BigDecimal.ONE.movePointRight(whole);
    String annotation = "@Digits(integer = " + whole + ", fraction = " + fraction + ") ";
    return new Limits(
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

  /**
   * What is asked of a number.
   *
   * @param annotations what asks it
   * @param name the Java type, without annotations
   */
  private record Limits(
      String annotations,
      String name,
      @Nullable Limit min,
      @Nullable Limit max,
      @Nullable BigDecimal step) {
    /** Numbers of all sorts, most of them at the ends. */
    List<BigDecimal> numbers(Dice dice) {
      BigDecimal low = min == null ? FAR.negate() : min.value;
      BigDecimal high = max == null ? FAR : max.value;
      List<BigDecimal> numbers = new ArrayList<>();
      for (BigDecimal end : List.of(low, high)) {
        BigDecimal least = end.signum() == 0 ? TINIEST : TINIER;
        for (BigDecimal distance : List.of(BigDecimal.ZERO, TINY, least, BigDecimal.ONE)) {
          numbers.add(end.add(distance));
          numbers.add(end.subtract(distance));
        }
      }
      for (int i = 0; i < INSIDE; i++) {
        BigDecimal part = BigDecimal.valueOf(dice.below(1000), 3);
        BigDecimal inside = low.add(high.subtract(low).multiply(part));
        numbers.add(step == null ? inside : inside.divideToIntegralValue(step).multiply(step));
        numbers.add(inside);
      }
      return numbers;
    }

    boolean allow(BigDecimal number) {
      int low = min == null ? 1 : number.compareTo(min.value);
      int high = max == null ? -1 : number.compareTo(max.value);
      return (low > 0 || (low == 0 && min.inclusive))
          && (high < 0 || (high == 0 && max.inclusive))
          && (step == null || number.remainder(step).signum() == 0);
    }

    /** A number as the type writes it. */
    BigDecimal rounded(BigDecimal number) {
      return switch (name) {
        case "double", "Double" -> new BigDecimal(Double.toString(number.doubleValue()));
        case "float", "Float" -> new BigDecimal(Float.toString(number.floatValue()));
        default -> number;
      };
    }
  }

  /**
   * A type with limits.
   *
   * @param fitting numbers that it takes
   * @param rounding numbers that fit, but do not any more when they are rounded
   * @param others numbers that do not fit
   */
  private record Type(
      Limits limits, List<BigDecimal> fitting, List<BigDecimal> rounding, List<BigDecimal> others)
      implements JavaType {
    static Type of(Dice dice, Limits limits) {
      List<BigDecimal> numbers = limits.numbers(dice);
      Predicate<BigDecimal> fits = limits::allow;
      Predicate<BigDecimal> fitsRounded = number -> limits.allow(limits.rounded(number));
      return new Type(
          limits,
          numbers.stream().filter(fits.and(fitsRounded)).toList(),
          numbers.stream().filter(fits.and(fitsRounded.negate())).toList(),
          numbers.stream().filter(fits.negate()).toList());
    }

    @Override
    public String source() {
      return limits.annotations + limits.name;
    }

    @Override
    public String boxed() {
      return switch (limits.name) {
        case "double" -> limits.annotations + "Double";
        case "float" -> limits.annotations + "Float";
        default -> source();
      };
    }

    @Override
    public String optional() {
      return limits.name.equals("double")
          ? limits.annotations + "OptionalDouble"
          : JavaType.super.optional();
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(written(walk.dice(), fitting));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      if (dice.chance(0.4)) {
        return Faults.instead(walk, nullFits, Faults.Kind.NUMBER);
      }
      return !rounding.isEmpty() && dice.chance(0.2)
          ? walk.fault("rounding", written(dice, rounding))
          : walk.fault("constraint", written(dice, others));
    }

    private static String written(Dice dice, List<BigDecimal> numbers) {
      BigDecimal number = dice.pick(numbers);
      return switch (dice.below(4)) {
        case 0 -> number.toPlainString();
        case 1 -> number.setScale(number.scale() + 2).toPlainString();
        case 2 -> number.movePointLeft(2).toPlainString() + "e2";
        default -> number.toString();
      };
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      BigDecimal one = limits.rounded(given.decimalValue());
      return one.compareTo(limits.rounded(bound.decimalValue())) == 0;
    }
  }
}
