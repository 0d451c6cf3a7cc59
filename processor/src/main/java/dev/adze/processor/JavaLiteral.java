package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a default that has been found to fit its shape as a Java expression. */
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
    return elements.isEmpty()
        ? CodeBlock.of("new $T<>()", ArrayList.class)
        : CodeBlock.of(
            "new $T<>($T.of($L))", ArrayList.class, List.class, CodeBlock.join(elements, ", "));
  }

  @Override
  public CodeBlock onRecord(Shape.RecordShape shape) {
    List<CodeBlock> components = new ArrayList<>();
    for (Field field : shape.fields()) {
      Json given = ((Json.Obj) value).fields().get(field.wireName());
      components.add(component(field, given instanceof Json.Null ? null : given));
    }
    return CodeBlock.of("new $T($L)", shape.type(), CodeBlock.join(components, ", "));
  }

  private static CodeBlock component(Field field, @Nullable Json given) {
    if (given == null && field.presence() instanceof Presence.Defaulted other) {
      return of(field.shape(), other.text());
    }
    if (given == null) {
      return CodeBlock.of("$T.empty()", Optional.class);
    }
    CodeBlock literal = field.shape().accept(new JavaLiteral(given));
    return field.isOptional() ? CodeBlock.of("$T.of($L)", Optional.class, literal) : literal;
  }
}
