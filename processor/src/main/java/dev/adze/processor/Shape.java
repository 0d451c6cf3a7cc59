package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Java type is on the wire. The schema, the decoder, the encoder and the check of defaults
 * are all written from it, each by a {@link Visitor}, so that they cannot disagree and so that none
 * of them can forget a shape.
 */
sealed interface Shape
    permits IntegerShape,
        MapShape,
        NullableShape,
        ObjectShape,
        ReferenceShape,
        Shape.AnyShape,
        Shape.Base64Shape,
        Shape.BooleanShape,
        Shape.CharShape,
        Shape.EnumShape,
        Shape.ListShape,
        Shape.NumberShape,
        Shape.StringShape,
        Shape.UnsupportedShape,
        TextShape,
        UnionShape {
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

  /** What tells the shape from others in one owner: a type that has a name has one shape. */
  default Object key() {
    return this;
  }

  /** What tells it from shapes that are written in another way: limits do not matter there. */
  default Object form() {
    return type();
  }

  /**
   * Whether values that are written as the same JSON are equal. Of 0.0 and -0.0, 1.0 and 1.00 and
   * two arrays they are not, and what a user's types do nobody knows.
   */
  default boolean equalsAsJson() {
    return false;
  }

  /** The shapes right below this one. */
  default List<Shape> parts() {
    return List.of();
  }

  /** One rendering of shapes. */
  interface Visitor<R> {
    R onString(StringShape shape);

    R onText(TextShape shape);

    R onChar(CharShape shape);

    R onBase64(Base64Shape shape);

    R onBoolean(BooleanShape shape);

    R onInteger(IntegerShape shape);

    R onNumber(NumberShape shape);

    R onEnum(EnumShape shape);

    R onAny(AnyShape shape);

    R onList(ListShape shape);

    R onMap(MapShape shape);

    R onNullable(NullableShape shape);

    R onObject(ObjectShape shape);

    R onUnion(UnionShape shape);

    /** Reached by the rules alone: they let no such shape through to anything that writes. */
    default R onUnsupported(UnsupportedShape shape) {
      throw new IllegalStateException("No rendering of " + shape);
    }
  }

  /** Text. */
  record StringShape(TypeName type, TextLimits limits) implements Shape {
    static final ClassName STRING = ClassName.get(String.class);

    /** A string of which nothing is asked. */
    static final StringShape PLAIN = new StringShape(STRING, TextLimits.NONE);

    @Override
    public boolean equalsAsJson() {
      return type.equals(STRING);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onString(this);
    }
  }

  /** One UTF-16 code unit that is a whole character. */
  record CharShape(TypeName type) implements Shape {
    @Override
    public boolean equalsAsJson() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onChar(this);
    }
  }

  /** Bytes as text. */
  record Base64Shape(TypeName type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onBase64(this);
    }
  }

  /** {@code true} or {@code false}. */
  record BooleanShape(TypeName type) implements Shape {
    @Override
    public boolean equalsAsJson() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onBoolean(this);
    }
  }

  /** A number that may have a fraction. */
  record NumberShape(TypeName type, NumberLimits limits) implements Shape {
    private static final ClassName DECIMAL = ClassName.get(BigDecimal.class);

    boolean isDecimal() {
      return type.equals(DECIMAL);
    }

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
    @Override
    public boolean equalsAsJson() {
      return true;
    }

    @Override
    public Object key() {
      return type;
    }

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

  /** Any JSON. */
  record AnyShape(TypeName type) implements Shape {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.onAny(this);
    }
  }

  /** Any number of values of one shape. */
  record ListShape(Kind kind, Shape element, SizeLimits size) implements Shape {
    /** What holds the values in Java. */
    enum Kind {
      LIST(List.class),
      COLLECTION(Collection.class),
      SET(Set.class),
      ARRAY(null);

      private final @Nullable Class<?> type;

      Kind(@Nullable Class<?> type) {
        this.type = type;
      }
    }

    @Override
    public Object key() {
      return List.of(kind, element.key(), size);
    }

    @Override
    public Object form() {
      return List.of(kind, element.form());
    }

    @Override
    public List<Shape> parts() {
      return List.of(element);
    }

    @Override
    public TypeName type() {
      return kind.type == null
          ? ArrayTypeName.of(element.type())
          : ParameterizedTypeName.get(ClassName.get(kind.type), element.type().box());
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
