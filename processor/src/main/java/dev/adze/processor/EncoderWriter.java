package dev.adze.processor;

import java.util.List;
import java.util.function.Function;

/** Writes the code that writes values to a {@code JsonWriter} called {@code out}. */
final class EncoderWriter {
  private final Codecs codecs;
  private final boolean result;

  /**
   * A writer.
   *
   * @param result whether it is for results
   */
  EncoderWriter(Codecs codecs, boolean result) {
    this.codecs = codecs;
    this.result = result;
  }

  /**
   * Writes an object.
   *
   * @param access the expression for the value of a field
   */
  CodeBlock writeObject(List<Field> fields, Function<Field, CodeBlock> access) {
    return CodeBlock.builder()
        .addStatement("out.beginObject()")
        .add(writeFields(fields, access))
        .addStatement("out.endObject()")
        .build();
  }

  /**
   * Writes what is in an object.
   *
   * @param access the expression for the value of a field
   */
  CodeBlock writeFields(List<Field> fields, Function<Field, CodeBlock> access) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Field field : fields) {
      CodeBlock value = access.apply(field);
      if (field.isOptional()) {
        code.beginControlFlow("if ($L.isPresent())", value);
        addNamed(code, field, CodeBlock.of("$L.$L()", value, field.optionalGetter()));
        code.endControlFlow();
      } else if (field.isNullable()) {
        code.beginControlFlow("if ($L != null)", value);
        addNamed(code, field, value);
        code.endControlFlow();
      } else {
        addNamed(code, field, value);
      }
    }
    return code.build();
  }

  private void addNamed(CodeBlock.Builder code, Field field, CodeBlock value) {
    CodeBlock out = CodeBlock.of("out.name($S)", field.wireName());
    code.addStatement(value(field.shape(), out, value));
  }

  /**
   * A call that writes one value.
   *
   * @param out an expression for the writer
   */
  CodeBlock value(Shape shape, CodeBlock out, CodeBlock value) {
    return shape.accept(new Value(this, out, value));
  }

  private record Value(EncoderWriter encoder, CodeBlock out, CodeBlock value)
      implements Shape.Visitor<CodeBlock> {
    @Override
    public CodeBlock onString(Shape.StringShape shape) {
      return shape.equalsAsJson() ? plain() : plain(".toString()");
    }

    @Override
    public CodeBlock onText(TextShape shape) {
      return CodeBlock.of(
          "$L.value($T.$L.text($L))", out, RuntimeTypes.TEXT_FORMAT, shape.form().name(), value);
    }

    @Override
    public CodeBlock onChar(Shape.CharShape shape) {
      return plain();
    }

    @Override
    public CodeBlock onBase64(Shape.Base64Shape shape) {
      return CodeBlock.of("$L.base64($L)", out, value);
    }

    @Override
    public CodeBlock onBoolean(Shape.BooleanShape shape) {
      return plain();
    }

    @Override
    public CodeBlock onInteger(IntegerShape shape) {
      return shape.isYear() ? plain(".getValue()") : plain();
    }

    @Override
    public CodeBlock onNumber(Shape.NumberShape shape) {
      return plain();
    }

    @Override
    public CodeBlock onAny(Shape.AnyShape shape) {
      return CodeBlock.of("$L.any($L)", out, value);
    }

    private CodeBlock plain(String conversion) {
      return CodeBlock.of("$L.value($L$L)", out, value, conversion);
    }

    private CodeBlock plain() {
      return CodeBlock.of("$L.value($L)", out, value);
    }

    private String name(Shape shape) {
      return encoder.codecs.of(shape, encoder.result).name();
    }

    private String writeName(Shape shape) {
      return encoder.codecs.writer(shape, encoder.result).name();
    }

    @Override
    public CodeBlock onEnum(Shape.EnumShape shape) {
      return CodeBlock.of("$L.write($L, $L)", name(shape), out, value);
    }

    @Override
    public CodeBlock onList(Shape.ListShape shape) {
      return CodeBlock.of("write$L($L, $L)", writeName(shape), out, value);
    }

    @Override
    public CodeBlock onMap(MapShape shape) {
      return CodeBlock.of("write$L($L, $L)", writeName(shape), out, value);
    }

    @Override
    public CodeBlock onNullable(NullableShape shape) {
      return CodeBlock.of("write$L($L, $L)", writeName(shape), out, value);
    }

    @Override
    public CodeBlock onObject(ObjectShape shape) {
      return CodeBlock.of("$L.write($L, $L)", name(shape), out, value);
    }

    @Override
    public CodeBlock onUnion(UnionShape shape) {
      return CodeBlock.of("$L.write($L, $L)", name(shape), out, value);
    }
  }
}
