package dev.adze.processor;

import java.math.BigInteger;
import java.util.stream.Collectors;

/** What a value should be, in the words of the runtime's reader. */
final class Expectation implements Shape.Visitor<String> {
  private static final int MAX_LISTED = 20;
  private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
  private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  @Override
  public String onString(Shape.StringShape shape) {
    return shape.limits().describe();
  }

  @Override
  public String onText(TextShape shape) {
    return shape.form().expected();
  }

  @Override
  public String onChar(Shape.CharShape shape) {
    return "a string of one character up to U+FFFF";
  }

  @Override
  public String onBase64(Shape.Base64Shape shape) {
    return "a string of padded Base64";
  }

  @Override
  public String onBoolean(Shape.BooleanShape shape) {
    return "true or false";
  }

  @Override
  public String onInteger(IntegerShape shape) {
    boolean anyMin = shape.min() == null || shape.min().equals(INT_MIN);
    boolean anyMax = shape.max() == null || shape.max().equals(INT_MAX);
    if (anyMin && anyMax) {
      return "an integer";
    }
    if (anyMax) {
      return "an integer of at least " + shape.min();
    }
    return anyMin
        ? "an integer of at most " + shape.max()
        : "an integer from " + shape.min() + " to " + shape.max();
  }

  /** What an integer should be, with the bounds of its type if it has no others. */
  static String range(IntegerShape shape) {
    return shape.isBig()
        ? shape.accept(new Expectation())
        : "an integer from "
            + (shape.min() == null ? shape.leastOfType() : shape.min())
            + " to "
            + (shape.max() == null ? shape.greatestOfType() : shape.max());
  }

  @Override
  public String onNumber(Shape.NumberShape shape) {
    return shape.limits().describe("a number");
  }

  @Override
  public String onEnum(Shape.EnumShape shape) {
    String names =
        shape.wireNames().stream()
            .limit(MAX_LISTED)
            .map(name -> "\"" + name + "\"")
            .collect(Collectors.joining(", "));
    int more = shape.constants().size() - MAX_LISTED;
    String all = more > 0 ? names + " and " + more + " more" : names;
    return shape.constants().size() == 1 ? all : "one of " + all;
  }

  @Override
  public String onAny(Shape.AnyShape shape) {
    return "any value";
  }

  @Override
  public String onMap(MapShape shape) {
    return "an object";
  }

  @Override
  public String onList(Shape.ListShape shape) {
    return "an array";
  }

  @Override
  public String onNullable(NullableShape shape) {
    return shape.element().accept(this) + " or null";
  }

  @Override
  public String onObject(ObjectShape shape) {
    return "an object";
  }

  @Override
  public String onUnion(UnionShape shape) {
    return "an object";
  }
}
