package dev.adze.processor;

import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
    if (value.isEmpty() && shape instanceof Shape.AnyShape) {
      return Optional.of("it is not JSON");
    }
    // What is no JSON at all fits no better than text.
    Json given = value.orElseGet(() -> new Json.Text(text));
    if (given instanceof Json.Null && shape instanceof Shape.AnyShape) {
      return Optional.of("null means that there is no value");
    }
    Optional<String> fault = shape.accept(new Check(given));
    return fault.isEmpty()
            && isEndless(shape, given, Collections.newSetFromMap(new IdentityHashMap<>()))
        ? Optional.of("what it leaves out has a default that leaves out the same, without end")
        : fault;
  }

  /** Whether defaults that fit take each other in turns. */
  private static boolean isEndless(Shape given, Json value, Set<Field> open) {
    Shape shape = given.resolved();
    if (shape instanceof Shape.ListShape list && value instanceof Json.Array array) {
      return array.elements().stream().anyMatch(e -> isEndless(list.element(), e, open));
    }
    if (shape instanceof MapShape map && value instanceof Json.Obj object) {
      return object.fields().values().stream().anyMatch(v -> isEndless(map.value(), v, open));
    }
    if (shape instanceof NullableShape nullable) {
      return isEndless(nullable.element(), value, open);
    }
    if (shape instanceof UnionShape union && value instanceof Json.Obj object) {
      return branch(union, object).map(b -> isEndless(b.object(), value, open)).orElse(false);
    }
    return shape instanceof ObjectShape object
        && value instanceof Json.Obj json
        && object.fields(false).stream().anyMatch(f -> isEndless(f, json, open));
  }

  private static boolean isEndless(Field field, Json.Obj object, Set<Field> open) {
    Json given = object.fields().get(field.wireName());
    if (given != null && !(given instanceof Json.Null)) {
      return isEndless(field.shape(), given, open);
    }
    if (!(field.presence() instanceof Presence.Defaulted other)) {
      return false;
    }
    if (!open.add(field)) {
      return true;
    }
    boolean endless =
        value(field.shape(), other.text())
            .map(json -> isEndless(field.shape(), json, open))
            .orElse(false);
    open.remove(field);
    return endless;
  }

  private static Optional<UnionShape.Branch> branch(UnionShape union, Json.Obj object) {
    Json name = object.fields().get(union.property());
    return union.branches().stream()
        .filter(branch -> new Json.Text(branch.wireName()).equals(name))
        .findFirst();
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
    public Optional<String> onInteger(IntegerShape shape) {
      boolean fits =
          value instanceof Json.Num number
              && number.isShort()
              && number.value().stripTrailingZeros().scale() <= 0
              && shape.allows(number.value().toBigInteger());
      return fits ? Optional.empty() : Optional.of("expected " + Expectation.range(shape));
    }

    @Override
    public Optional<String> onNumber(Shape.NumberShape shape) {
      boolean fits =
          value instanceof Json.Num number
              && (shape.isDecimal()
                  ? number.isShort()
                  : Double.isFinite(JavaLiteral.magnitude(shape, number)))
              && shape.limits().allows(number.value())
              && (shape.isDecimal() || shape.limits().allows(JavaLiteral.rounded(shape, number)));
      return expect(fits, shape);
    }

    @Override
    public Optional<String> onEnum(Shape.EnumShape shape) {
      boolean one = value instanceof Json.Text text && shape.wireNames().contains(text.value());
      String near =
          value instanceof Json.Text text ? NearMiss.question(text.value(), shape.wireNames()) : "";
      return expect(one, shape)
          .map(fault -> near.isEmpty() ? fault : fault + " (did you mean " + near + "?)");
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
          .flatMap(field ->
              Stream.concat(
                  shape.names().accept(new Check(new Json.Text(field.getKey()))).stream(),
                  shape.value().accept(new Check(field.getValue())).stream()))
          .findFirst();
    }

    @Override
    public Optional<String> onNullable(NullableShape shape) {
      return value instanceof Json.Null ? Optional.empty() : shape.element().accept(this);
    }

    @Override
    public Optional<String> onObject(ObjectShape shape) {
      return value instanceof Json.Obj object
          ? object(shape, new LinkedHashMap<>(object.fields()))
          : expect(false, shape);
    }

    @Override
    public Optional<String> onUnion(UnionShape shape) {
      if (!(value instanceof Json.Obj object)) {
        return expect(false, shape);
      }
      Optional<UnionShape.Branch> branch = branch(shape, object);
      if (branch.isEmpty()) {
        String names =
            shape.wireNames().stream()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return Optional.of("\"" + shape.property() + "\" has to be one of " + names);
      }
      Map<String, Json> fields = new LinkedHashMap<>(object.fields());
      fields.remove(shape.property());
      return object(branch.get().object(), fields);
    }

    private static Optional<String> object(ObjectShape shape, Map<String, Json> values) {
      Set<String> unknown = new LinkedHashSet<>(values.keySet());
      for (Field field : shape.fields(false)) {
        unknown.remove(field.wireName());
        Optional<String> fault = component(field, values);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return unknown.isEmpty()
          ? Optional.empty()
          : Optional.of("\"" + unknown.iterator().next() + "\" is no field of it");
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
