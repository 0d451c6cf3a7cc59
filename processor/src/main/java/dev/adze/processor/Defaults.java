package dev.adze.processor;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the text of a default means, and whether it fits the schema. */
final class Defaults {
  private Defaults() {}

  /** The value of a text, or empty if it has none. */
  static Optional<Json> value(Shape shape, String text) {
    boolean bare = shape instanceof Shape.StringShape || shape instanceof Shape.EnumShape;
    return bare && !text.startsWith("\"")
        ? Optional.of(new Json.Text(text))
        : JsonParser.parse(text);
  }

  /** What is wrong with a default, or empty. */
  static Optional<String> fault(Shape shape, String text) {
    Optional<Json> value = value(shape, text);
    if (value.isEmpty() && text.startsWith("\"")) {
      return Optional.of("it begins like a JSON string, but is none");
    }
    // What is no JSON at all fits no better than text.
    return shape.accept(new Check(value.orElseGet(() -> new Json.Text(text))));
  }

  /** Holds one value against shapes. */
  private record Check(Json value) implements Shape.Visitor<Optional<String>> {
    @Override
    public Optional<String> onString(Shape.StringShape shape) {
      return expect(value instanceof Json.Text, shape);
    }

    @Override
    public Optional<String> onBoolean(Shape.BooleanShape shape) {
      return expect(value instanceof Json.Bool, shape);
    }

    @Override
    public Optional<String> onInteger(Shape.IntegerShape shape) {
      boolean fits =
          value instanceof Json.Num number
              && number.value().stripTrailingZeros().scale() <= 0
              && number.value().compareTo(BigDecimal.valueOf(shape.min())) >= 0
              && number.value().compareTo(BigDecimal.valueOf(shape.max())) <= 0;
      return fits
          ? Optional.empty()
          : Optional.of("expected an integer from " + shape.min() + " to " + shape.max());
    }

    @Override
    public Optional<String> onNumber(Shape.NumberShape shape) {
      return expect(
          value instanceof Json.Num number && Double.isFinite(JavaLiteral.magnitude(shape, number)),
          shape);
    }

    @Override
    public Optional<String> onEnum(Shape.EnumShape shape) {
      return expect(
          value instanceof Json.Text text && shape.wireNames().contains(text.value()), shape);
    }

    @Override
    public Optional<String> onList(Shape.ListShape shape) {
      if (!(value instanceof Json.Array array)) {
        return expect(false, shape);
      }
      return array.elements().stream()
          .flatMap(element -> shape.element().accept(new Check(element)).stream())
          .findFirst();
    }

    @Override
    public Optional<String> onRecord(Shape.RecordShape shape) {
      if (!(value instanceof Json.Obj object)) {
        return expect(false, shape);
      }
      Set<String> unknown = new LinkedHashSet<>(object.fields().keySet());
      for (Field field : shape.fields()) {
        unknown.remove(field.wireName());
        Optional<String> fault = component(field, object.fields());
        if (fault.isPresent()) {
          return fault;
        }
      }
      return unknown.isEmpty()
          ? Optional.empty()
          : Optional.of("\"" + unknown.iterator().next() + "\" is not a component");
    }

    private static Optional<String> component(Field field, Map<String, Json> values) {
      Json given = values.get(field.wireName());
      if (given == null || (given instanceof Json.Null && !field.isRequired())) {
        return field.isRequired()
            ? Optional.of("\"" + field.wireName() + "\" is missing")
            : Optional.empty();
      }
      return field.shape().accept(new Check(given));
    }

    /** A type without a shape is a fault of its own, which is reported where it stands. */
    @Override
    public Optional<String> onUnsupported(Shape.UnsupportedShape shape) {
      return Optional.empty();
    }

    private Optional<String> expect(boolean fits, Shape shape) {
      return fits ? Optional.empty() : Optional.of("expected " + shape.accept(new Expectation()));
    }
  }
}
