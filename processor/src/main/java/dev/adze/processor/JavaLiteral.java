package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Writes a default that has been found to fit its shape as a Java expression. Objects of the user
 * have none: their constructors may throw, so that they are made where that can be handled.
 */
record JavaLiteral(Json value, Codecs codecs) implements Shape.Visitor<CodeBlock> {
  /** As many values in each of a method's defaults stay below the 64 kB that it may have. */
  private static final int MAX_VALUES = 10;

  static CodeBlock of(Shape shape, String text, Codecs codecs) {
    return shape.accept(new JavaLiteral(Defaults.value(shape, text).orElseThrow(), codecs));
  }

  /** A number as the double, or float, that it is read as; infinite if it is too great for one. */
  static double magnitude(Shape.NumberShape shape, Json.Num number) {
    return isFloat(shape)
        ? Float.parseFloat(number.literal())
        : Double.parseDouble(number.literal());
  }

  /** A number as it is written once it has been read as a double or a float. */
  static BigDecimal rounded(Shape.NumberShape shape, Json.Num number) {
    return new BigDecimal(
        isFloat(shape)
            ? Float.toString(Float.parseFloat(number.literal()))
            : Double.toString(Double.parseDouble(number.literal())));
  }

  private static boolean isFloat(Shape.NumberShape shape) {
    return shape.type().box().equals(TypeName.FLOAT.box());
  }

  @Override
  public CodeBlock onString(Shape.StringShape shape) {
    return SourceText.text(((Json.Text) value).value());
  }

  @Override
  public CodeBlock onBoolean(Shape.BooleanShape shape) {
    return CodeBlock.of("$L", ((Json.Bool) value).value());
  }

  @Override
  public CodeBlock onInteger(IntegerShape shape) {
    String literal = ((Json.Num) value).value().toBigIntegerExact().toString();
    if (shape.isBig()) {
      return CodeBlock.of("new $T($S)", BigInteger.class, literal);
    }
    if (shape.isYear()) {
      return CodeBlock.of("$T.of($L)", Year.class, literal);
    }
    TypeName type = shape.type().isPrimitive() ? shape.type() : shape.type().unbox();
    if (type.equals(TypeName.LONG)) {
      return CodeBlock.of("$LL", literal);
    }
    return type.equals(TypeName.INT)
        ? CodeBlock.of("$L", literal)
        : CodeBlock.of("($T) $L", type, literal);
  }

  @Override
  public CodeBlock onNumber(Shape.NumberShape shape) {
    String literal = ((Json.Num) value).literal();
    if (shape.isDecimal()) {
      return CodeBlock.of("new $T($S)", BigDecimal.class, literal);
    }
    // A literal too small for the type is 0 to the reader, but no Java.
    boolean zero = magnitude(shape, (Json.Num) value) == 0;
    return CodeBlock.of("$L$L", zero ? "0" : literal, isFloat(shape) ? "f" : "d");
  }

  @Override
  public CodeBlock onEnum(Shape.EnumShape shape) {
    String name = ((Json.Text) value).value();
    String constant = shape.constants().get(shape.wireNames().indexOf(name)).javaName();
    return CodeBlock.of("$T.$L", shape.type(), constant);
  }

  /** Like a list that was read, it can be changed by the tool that gets it. */
  @Override
  public CodeBlock onList(Shape.ListShape shape) {
    // Neither has literals of every value, and List.of takes no null.
    boolean inexpressible =
        shape.element() instanceof Shape.AnyShape || shape.element() instanceof NullableShape;
    if (inexpressible || size(value) > MAX_VALUES) {
      return read(shape);
    }
    List<CodeBlock> elements = new ArrayList<>();
    for (Json element : ((Json.Array) value).elements()) {
      elements.add(shape.element().accept(new JavaLiteral(element, codecs)));
    }
    CodeBlock all = CodeBlock.join(elements, ", ");
    if (shape.kind() == Shape.ListShape.Kind.ARRAY) {
      return CollectionWriter.isGeneric(shape.element().type())
          ? CodeBlock.of("array($L)", all)
          : CodeBlock.of("new $T {$L}", shape.type(), all);
    }
    Class<?> holder = CollectionWriter.holder(shape.kind());
    if (elements.isEmpty()) {
      return CodeBlock.of("new $T<>()", holder);
    }
    // An only element that is an array would be taken for the elements.
    TypeName element = shape.element().type();
    CodeBlock witness =
        element instanceof ArrayTypeName ? CodeBlock.of("<$T>", element) : CodeBlock.of("");
    return CodeBlock.of("new $T<>($T.$Lof($L))", holder, List.class, witness, all);
  }

  private static int size(Json json) {
    return json instanceof Json.Array array
        ? 1 + array.elements().stream().mapToInt(JavaLiteral::size).sum()
        : 1;
  }

  /** Java has no literal that keeps the order of a map, or that holds null. */
  private CodeBlock read(Shape shape) {
    CodeBlock json = SourceText.text(value.compact());
    return CodeBlock.of(
        "read$L($T.of($L))", codecs.of(shape, false).name(), RuntimeTypes.JSON_READER, json);
  }

  @Override
  public CodeBlock onMap(MapShape shape) {
    return read(shape);
  }

  @Override
  public CodeBlock onAny(Shape.AnyShape shape) {
    CodeBlock json = SourceText.text(value.compact());
    return CodeBlock.of("$T.of($L).readAny()", RuntimeTypes.JSON_READER, json);
  }

  @Override
  public CodeBlock onText(TextShape shape) {
    return shape.form().literal(((Json.Text) value).value());
  }

  @Override
  public CodeBlock onChar(Shape.CharShape shape) {
    return CodeBlock.of("$L.charAt(0)", SourceText.literal(((Json.Text) value).value()));
  }

  @Override
  public CodeBlock onBase64(Shape.Base64Shape shape) {
    return CodeBlock.of("$T.getDecoder().decode($S)", Base64.class, ((Json.Text) value).value());
  }

  @Override
  public CodeBlock onNullable(NullableShape shape) {
    return value instanceof Json.Null ? CodeBlock.of("null") : shape.element().accept(this);
  }

  @Override
  public CodeBlock onObject(ObjectShape shape) {
    throw new IllegalStateException("Objects are made when they are needed: " + shape.type());
  }

  @Override
  public CodeBlock onUnion(UnionShape shape) {
    throw new IllegalStateException("Objects are made when they are needed: " + shape.type());
  }
}
