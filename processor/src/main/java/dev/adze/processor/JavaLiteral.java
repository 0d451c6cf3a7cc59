package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a default that has been found to fit its shape as a Java expression. Objects of the user
 * have none: their constructors may throw, so that they are made where that can be handled.
 */
record JavaLiteral(Json value) implements Shape.Visitor<CodeBlock> {
  static CodeBlock of(Shape shape, String text) {
    return shape.accept(new JavaLiteral(Defaults.value(shape, text).orElseThrow()));
  }

  /** A number as the double, or float, that it is read as; infinite if it is too great for one. */
  static double magnitude(Shape.NumberShape shape, Json.Num number) {
    return isFloat(shape)
        ? Float.parseFloat(number.literal())
        : Double.parseDouble(number.literal());
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
  public CodeBlock onInteger(Shape.IntegerShape shape) {
    String literal = ((Json.Num) value).value().toBigIntegerExact().toString();
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
    List<CodeBlock> elements = new ArrayList<>();
    for (Json element : ((Json.Array) value).elements()) {
      elements.add(shape.element().accept(new JavaLiteral(element)));
    }
    CodeBlock all = CodeBlock.join(elements, ", ");
    if (elements.isEmpty()) {
      return CodeBlock.of("new $T<>()", ArrayList.class);
    }
    // List.of takes no null.
    return shape.element() instanceof NullableShape element
        ? CodeBlock.of(
            "new $T<>($T.<$T>asList($L))", ArrayList.class, Arrays.class, element.type(), all)
        : CodeBlock.of("new $T<>($T.of($L))", ArrayList.class, List.class, all);
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
