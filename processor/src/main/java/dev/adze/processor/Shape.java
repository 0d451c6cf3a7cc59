package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * What a Java type is on the wire. The schema, the decoder, the encoder and the check of defaults
 * are all written from it, each by a {@link Visitor}, so that they cannot disagree and so that none
 * of them can forget a shape.
 */
sealed interface Shape
    permits NullableShape,
        ObjectShape,
        ReferenceShape,
        Shape.BooleanShape,
        Shape.EnumShape,
        Shape.IntegerShape,
        Shape.ListShape,
        Shape.NumberShape,
        Shape.StringShape,
        Shape.UnsupportedShape,
        UnionShape {
  /** What identifies the shape in one owner. */
  default String key() {
    return type().toString();
  }

  /** The shape that a reference refers to; any other shape itself. */
  default Shape resolved() {
    return this;
  }

  /** The Java type, as an element of a list would have it. */
  TypeName type();

  <R> R accept(Visitor<R> visitor);

  /**
   * What the model is told of a value.
   *
   * @param given what is said of the value itself; may be empty
   */
  default String describe(String given) {
    return given;
  }

  /** The shapes right below this one. */
  default List<Shape> parts() {
    return List.of();
  }

  /** One rendering of shapes. */
  interface Visitor<R> {
    R onString(StringShape shape);

    R onBoolean(BooleanShape shape);

    R onInteger(IntegerShape shape);

    R onNumber(NumberShape shape);

    R onEnum(EnumShape shape);

    R onList(ListShape shape);

    R onNullable(NullableShape shape);

    R onObject(ObjectShape shape);

    R onUnion(UnionShape shape);

    /** Reached by the rules alone: they let no such shape through to anything that writes. */
    default R onUnsupported(UnsupportedShape shape) {
      throw new IllegalStateException("No rendering of " + shape);
    }
  }

  /** Text. */
  record StringShape(TypeName type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onString(this);
    }
  }

  /** {@code true} or {@code false}. */
  record BooleanShape(TypeName type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onBoolean(this);
    }
  }

  /** An integer that fits its Java type. */
  record IntegerShape(TypeName type, long min, long max) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onInteger(this);
    }
  }

  /** A floating-point number. */
  record NumberShape(TypeName type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onNumber(this);
    }
  }

  /**
   * One of a few strings.
   *
   * @param forgotten whether the constants have comments that are not read; see {@link Docs}
   */
  record EnumShape(ClassName type, String description, List<Constant> constants, boolean forgotten)
      implements Shape {
    List<String> wireNames() {
      return constants.stream().map(Constant::wireName).toList();
    }

    @Override
    public String describe(String given) {
      StringBuilder text = new StringBuilder(given.isEmpty() ? description : given);
      for (Constant constant : constants) {
        if (!constant.description().isEmpty()) {
          text.append(text.isEmpty() ? "" : "\n");
          text.append("- ").append(constant.wireName()).append(": ").append(constant.description());
        }
      }
      return text.toString();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onEnum(this);
    }
  }

  /** A constant of an enum. */
  record Constant(String javaName, String wireName, String description, At nameAt) {}

  /** Any number of values of one shape. */
  record ListShape(Shape element) implements Shape {
    @Override
    public String key() {
      return "java.util.List<" + element.key() + ">";
    }

    @Override
    public List<Shape> parts() {
      return List.of(element);
    }

    @Override
    public TypeName type() {
      return ParameterizedTypeName.get(ClassName.get(List.class), element.type().box());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onList(this);
    }
  }

  /**
   * A type that has no shape.
   *
   * @param rule what it breaks
   * @param name the type as the user knows it
   * @param fault what is wrong with it, after "which"; empty if the rule says so itself
   * @param cure what to do about it
   */
  record UnsupportedShape(TypeName type, Rule rule, String name, String fault, String cure)
      implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onUnsupported(this);
    }
  }
}
