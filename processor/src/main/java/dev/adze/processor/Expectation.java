package dev.adze.processor;

import java.util.stream.Collectors;

/** What a value should be, in the words of the runtime's reader. */
final class Expectation implements Shape.Visitor<String> {
  private static final int MAX_LISTED = 20;

  @Override
  public String onString(Shape.StringShape shape) {
    return "a string";
  }

  @Override
  public String onBoolean(Shape.BooleanShape shape) {
    return "true or false";
  }

  @Override
  public String onInteger(Shape.IntegerShape shape) {
    boolean any = shape.min() <= Integer.MIN_VALUE && shape.max() >= Integer.MAX_VALUE;
    return any ? "an integer" : "an integer from " + shape.min() + " to " + shape.max();
  }

  @Override
  public String onNumber(Shape.NumberShape shape) {
    return "a number";
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
