package dev.adze.processor;

import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the text of a default means, and whether it fits the schema. */
final class Defaults {
  private Defaults() {}

  /** The value of a text, or empty if it has none. */
  static Optional<Json> value(Shape shape, String text) {
    return isText(shape) && !text.startsWith("\"")
        ? Optional.of(new Json.Text(text))
        : JsonParser.parse(text);
  }

  private static boolean isText(Shape shape) {
    return shape instanceof Shape.StringShape
        || shape instanceof Shape.EnumShape
        || shape instanceof TextShape
        || shape instanceof Shape.CharShape
        || shape instanceof Shape.Base64Shape;
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
      return expect(value instanceof Json.Text text && shape.limits().allow(text.value()), shape);
    }

    @Override
    public Optional<String> onText(TextShape shape) {
      return expect(value instanceof Json.Text text && shape.form().allows(text.value()), shape);
    }

    @Override
    public Optional<String> onChar(Shape.CharShape shape) {
      boolean one = value instanceof Json.Text text && text.value().length() == 1;
      return expect(one && !Character.isSurrogate(((Json.Text) value).value().charAt(0)), shape);
    }

    @Override
    public Optional<String> onBase64(Shape.Base64Shape shape) {
      return expect(value instanceof Json.Text text && isBase64(text.value()), shape);
    }

    /** What is written back otherwise has bits that mean nothing. */
    private static boolean isBase64(String text) {
      try {
        return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    public Optional<String> onBoolean(Shape.BooleanShape shape) {
      return expect(value instanceof Json.Bool, shape);
    }

    @Override
    public Optional<String> onInteger(Shape.IntegerShape shape) {
      boolean fits =
          value instanceof Json.Num number
              && number.isShort()
              && number.value().stripTrailingZeros().scale() <= 0
              && shape.allows(number.value().toBigInteger());
      return fits
          ? Optional.empty()
          : Optional.of("expected " + Expectation.range(shape));
    }

    @Override
    public Optional<String> onNumber(Shape.NumberShape shape) {
      boolean fits =
          value instanceof Json.Num number
              && (shape.isDecimal()
                  ? number.isShort()
                  : Double.isFinite(JavaLiteral.magnitude(shape, number)))
              && shape.limits().allows(number.value());
      return expect(fits, shape);
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
      if (!shape.size().allows(array.elements().size())) {
        return Optional.of("expected " + shape.size().describe("element"));
      }
      Set<Object> before = new HashSet<>();
      for (Json element : array.elements()) {
        Optional<String> fault = shape.element().accept(new Check(element));
        if (fault.isPresent()) {
          return fault;
        }
        if (shape.kind() == Shape.ListShape.Kind.SET && !before.add(plain(element))) {
          return Optional.of(element.compact() + " comes twice");
        }
      }
      return Optional.empty();
    }

    /** What is equal for two spellings of a value. */
    private static Object plain(Json json) {
      if (json instanceof Json.Num number) {
        return number.value().stripTrailingZeros();
      }
      if (json instanceof Json.Array array) {
        return array.elements().stream().map(Check::plain).toList();
      }
      return json instanceof Json.Obj object
          ? object.fields().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, field -> plain(field.getValue())))
          : json;
    }

    @Override
    public Optional<String> onAny(Shape.AnyShape shape) {
      return Optional.empty();
    }

    @Override
    public Optional<String> onMap(MapShape shape) {
      if (!(value instanceof Json.Obj object)) {
        return expect(false, shape);
      }
      if (!shape.size().allows(object.fields().size())) {
        return Optional.of("expected " + shape.size().describe("field"));
      }
      return object.fields().entrySet().stream()
          .flatMap(field -> Stream.concat(
              shape.names().accept(new Check(new Json.Text(field.getKey()))).stream(),
              shape.value().accept(new Check(field.getValue())).stream()))
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
