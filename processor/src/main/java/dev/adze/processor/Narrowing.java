package dev.adze.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Narrows the shape of one value, constraint by constraint. */
final class Narrowing {
  /** What the runtime's rules take, and what it reads. */
  private static final int MAX_DIGITS = 1_000;

  private final String label;
  private final List<Misfit> misfits;

  /**
   * A narrowing.
   *
   * @param label how messages call the value
   * @param misfits takes the constraints that cannot be kept
   */
  Narrowing(String label, List<Misfit> misfits) {
    this.label = Labels.inside(label);
    this.misfits = misfits;
  }

  /** Where an attribute of an annotation is to be reported. */
  interface Places {
    At of(Mark mark, String attribute);
  }

  /** The shape of what keeps all constraints; those that cannot be kept are left out. */
  Shape apply(Shape shape, List<Mark> constraints, Places places) {
    if (shape instanceof NullableShape nullable) {
      return new NullableShape(apply(nullable.element(), constraints, places));
    }
    Shape narrowed = shape;
    for (Mark mark : constraints) {
      boolean judged = shape instanceof Shape.UnsupportedShape;
      narrowed = judged ? shape : new Step(narrowed, mark, places).take();
    }
    return narrowed;
  }

  /** One constraint on one shape. */
  private final class Step {
    private final Shape shape;
    private final Mark mark;
    private final Places places;

    Step(Shape shape, Mark mark, Places places) {
      this.shape = shape;
      this.mark = mark;
      this.places = places;
    }

    Shape take() {
      return switch (AnnotationNames.constraint(mark)) {
        case "NotNull" -> shape;
        case "Min" -> bound(number("value"), true, true);
        case "Max" -> bound(number("value"), false, true);
        case "DecimalMin" -> bound(number("value"), true, mark.flag("inclusive", true));
        case "DecimalMax" -> bound(number("value"), false, mark.flag("inclusive", true));
        case "Positive" -> bound(Optional.of(BigDecimal.ZERO), true, false);
        case "PositiveOrZero" -> bound(Optional.of(BigDecimal.ZERO), true, true);
        case "Negative" -> bound(Optional.of(BigDecimal.ZERO), false, false);
        case "NegativeOrZero" -> bound(Optional.of(BigDecimal.ZERO), false, true);
        case "Digits" -> digits();
        case "Size" -> size(mark.number("min", 0), mark.number("max", Integer.MAX_VALUE));
        case "NotEmpty" -> size(1, Integer.MAX_VALUE);
        case "NotBlank" -> text(TextLimits::asNotBlank);
        case "Pattern" -> pattern();
        case "Email" -> email();
        case "Null" -> contradiction("@Null asks for null");
        default -> {
          misfits.add(new Misfit(places.of(mark, ""), Rule.T092, mark.simpleName(), label));
          yield shape;
        }
      };
    }

    private Optional<BigDecimal> number(String attribute) {
      String text = mark.text(attribute);
      try {
        BigDecimal number = new BigDecimal(text);
        if (number.scale() <= MAX_DIGITS && number.precision() - number.scale() <= MAX_DIGITS) {
          return Optional.of(number);
        }
        unfit(attribute, "\"" + text + "\" has over 1,000 digits", "Write a shorter number.");
      } catch (NumberFormatException e) {
        unfit(attribute, "\"" + text + "\" is not a number", "Write for instance \"0.5\".");
      }
      return Optional.empty();
    }

    private Shape bound(Optional<BigDecimal> number, boolean lower, boolean inclusive) {
      if (number.isEmpty()) {
        return shape;
      }
      NumberLimits.Bound bound = new NumberLimits.Bound(number.get(), !inclusive);
      if (shape instanceof IntegerShape integer) {
        BigInteger limit = lower ? least(bound) : greatest(bound);
        return lower ? integers(integer, limit, null) : integers(integer, null, limit);
      }
      if (shape instanceof Shape.NumberShape numbers) {
        NumberLimits limits = numbers.limits();
        return numbers(numbers, lower ? limits.atLeast(bound) : limits.atMost(bound));
      }
      return unfitType("a number");
    }

    private static BigInteger least(NumberLimits.Bound bound) {
      BigInteger floor = bound.value().setScale(0, RoundingMode.FLOOR).toBigInteger();
      boolean whole = bound.value().compareTo(new BigDecimal(floor)) == 0;
      return whole && !bound.exclusive() ? floor : floor.add(BigInteger.ONE);
    }

    private static BigInteger greatest(NumberLimits.Bound bound) {
      BigInteger ceiling = bound.value().setScale(0, RoundingMode.CEILING).toBigInteger();
      boolean whole = bound.value().compareTo(new BigDecimal(ceiling)) == 0;
      return whole && !bound.exclusive() ? ceiling : ceiling.subtract(BigInteger.ONE);
    }

    private Shape integers(
        IntegerShape old, @Nullable BigInteger least, @Nullable BigInteger greatest) {
      @Nullable BigInteger min = old.min();
      @Nullable BigInteger max = old.max();
      if (least != null && !isLess(least, min == null ? old.leastOfType() : min)) {
        min = least;
      }
      if (greatest != null && !isLess(max == null ? old.greatestOfType() : max, greatest)) {
        max = greatest;
      }
      @Nullable BigInteger end = max == null ? old.greatestOfType() : max;
      @Nullable BigInteger start = min == null ? old.leastOfType() : min;
      return start != null && end != null && start.compareTo(end) > 0
          ? contradiction("no " + old.type() + " is at least " + start + " and at most " + end)
          : new IntegerShape(old.type(), min, max);
    }

    /** Whether both are there and the first is less. */
    private static boolean isLess(@Nullable BigInteger one, @Nullable BigInteger other) {
      return one != null && other != null && one.compareTo(other) < 0;
    }

    private Shape numbers(Shape.NumberShape old, NumberLimits limits) {
      return limits.isEmpty()
          ? contradiction("there is not " + limits.describe("a number"))
          : new Shape.NumberShape(old.type(), limits);
    }

    private Shape digits() {
      int whole = mark.number("integer", 0);
      int fraction = mark.number("fraction", 0);
      if (whole < 0 || fraction < 0 || whole > MAX_DIGITS || fraction > MAX_DIGITS) {
        return unfit("", "it asks for less than 0 or more than 1,000 digits", "Correct it.");
      }
      BigInteger end = BigInteger.TEN.pow(whole);
      if (shape instanceof IntegerShape integer) {
        BigInteger greatest = end.subtract(BigInteger.ONE);
        return integers(integer, greatest.negate(), greatest);
      }
      if (shape instanceof Shape.NumberShape decimal && decimal.isDecimal()) {
        NumberLimits limits = decimal.limits().inStepsOf(BigDecimal.ONE.movePointLeft(fraction));
        // No number that is read has more digits, and no bound may have.
        return numbers(decimal, whole == MAX_DIGITS ? limits : limits.between(end.negate(), end));
      }
      return unfitType("an integer or a BigDecimal");
    }

    private Shape size(int min, int max) {
      if (shape instanceof Shape.StringShape) {
        return text(limits -> limits.withLength(min, max));
      }
      if (shape instanceof Shape.ListShape list) {
        SizeLimits size = list.size().and(min, max);
        return size.isEmpty()
            ? contradiction("no size is at least " + size.min() + " and at most " + size.max())
            : new Shape.ListShape(list.kind(), list.element(), size);
      }
      if (shape instanceof MapShape map) {
        SizeLimits size = map.size().and(min, max);
        return size.isEmpty()
            ? contradiction("no size is at least " + size.min() + " and at most " + size.max())
            : new MapShape(map.names(), map.value(), size);
      }
      return unfitType("a String, a collection, an array or a map");
    }

    private Shape pattern() {
      return regex(mark.text("regexp"));
    }

    private Shape email() {
      if (!(shape instanceof Shape.StringShape)) {
        return unfitType("a String");
      }
      Shape address = text(limits -> limits.withPattern(Regex.EMAIL).asEmail());
      String more = mark.text("regexp", ".*");
      return more.equals(".*") ? address : new Step(address, mark, places).regex(more);
    }

    private Shape regex(String text) {
      if (!(shape instanceof Shape.StringShape)) {
        return unfitType("a String");
      }
      At at = places.of(mark, "regexp");
      if (!mark.texts("flags").isEmpty()) {
        misfits.add(new Misfit(at, Rule.T064, text, "has flags, which JSON Schema has none of"));
        return shape;
      }
      try {
        Regex regex = Regex.of(text);
        return text(limits -> limits.withPattern(regex));
      } catch (Regex.UnsuitableException e) {
        misfits.add(new Misfit(at, Rule.T064, text, e.fault()));
        return shape;
      }
    }

    private interface Change {
      TextLimits of(TextLimits limits);
    }

    private Shape text(Change change) {
      if (!(shape instanceof Shape.StringShape string)) {
        return unfitType("a String");
      }
      TextLimits limits = change.of(string.limits());
      return limits.isEmpty()
          ? contradiction(empty(limits))
          : new Shape.StringShape(string.type(), limits);
    }

    private static String empty(TextLimits limits) {
      SizeLimits length = limits.length();
      return length.isEmpty()
          ? "no length is at least " + length.min() + " and at most " + length.max()
          : "a string of length 0 is blank";
    }

    private Shape unfitType(String right) {
      boolean parts = shape instanceof Shape.ListShape || shape instanceof MapShape;
      String cure = parts ? " itself, as in List<" + mark.simpleName() + " ...>." : ".";
      return unfit("", "its type is " + shape.type(), "Put it on " + right + cure);
    }

    private Shape unfit(String attribute, String finding, String cure) {
      At at = places.of(mark, attribute);
      misfits.add(new Misfit(at, Rule.T090, mark.simpleName(), label, finding, cure));
      return shape;
    }

    private Shape contradiction(String finding) {
      misfits.add(new Misfit(places.of(mark, ""), Rule.T091, label, finding));
      return shape;
    }
  }
}
