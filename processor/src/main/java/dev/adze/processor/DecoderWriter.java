package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/** Writes the code that reads values from a {@code JsonReader} called {@code in}. */
final class DecoderWriter {
  private final Codecs codecs;

  DecoderWriter(Codecs codecs) {
    this.codecs = codecs;
  }

  /** The table of the fields of an object. */
  static CodeBlock fieldTable(List<Field> fields) {
    CodeBlock.Builder table = CodeBlock.builder().add("$T.builder()", RuntimeTypes.JSON_FIELDS);
    for (Field field : fields) {
      if (field.isRequired()) {
        String expected = field.shape().accept(new Expectation());
        table.add("\n.required($S, $L)", field.wireName(), SourceText.text(expected));
      } else {
        table.add("\n.optional($S)", field.wireName());
      }
    }
    return table.add(fields.isEmpty() ? ".build()" : "\n.build()").build();
  }

  /**
   * Reads an object into one local variable for each field.
   *
   * @param names gives each field its variable, by the field's Java name
   */
  CodeBlock readFields(List<Field> fields, NameAllocator names) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Field field : fields) {
      code.addStatement("$T $N = $L", field.type(), names.get(field.javaName()), initial(field));
    }
    code.addStatement("in.beginObject(FIELDS)");
    if (fields.isEmpty()) {
      return code.addStatement("in.nextField()").build();
    }
    code.beginControlFlow(
        "for (int field; (field = in.nextField()) != $T.END; )", RuntimeTypes.JSON_READER);
    code.beginControlFlow("switch (field)");
    for (int i = 0; i < fields.size(); i++) {
      code.add(branch(i, fields.get(i), names.get(fields.get(i).javaName())));
    }
    code.addStatement("default -> in.skip()");
    return code.endControlFlow().endControlFlow().build();
  }

  /**
   * Gives the variables of absent fields the defaults that are objects. They are made last, because
   * making them may run a user's constructor, which nothing may do while there are faults.
   */
  CodeBlock lateDefaults(List<Field> fields, NameAllocator names) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Field field : fields) {
      if (field.presence() instanceof Presence.Defaulted given && isMade(field.shape())) {
        String variable = names.get(field.javaName());
        code.beginControlFlow("if ($N == null)", variable);
        code.addStatement("$N = $L", variable, JavaLiteral.of(field.shape(), given.text()));
        code.endControlFlow();
      }
    }
    return code.build();
  }

  private static boolean isMade(Shape shape) {
    return shape instanceof Shape.ListShape || shape instanceof Shape.RecordShape;
  }

  private static CodeBlock initial(Field field) {
    if (field.presence() instanceof Presence.Defaulted given && !isMade(field.shape())) {
      return JavaLiteral.of(field.shape(), given.text());
    }
    if (field.isOptional()) {
      return CodeBlock.of("$T.empty()", Optional.class);
    }
    return CodeBlock.of(
        field.type().equals(TypeName.BOOLEAN)
            ? "false"
            : field.type().isPrimitive() ? "0" : "null");
  }

  private CodeBlock branch(int index, Field field, String variable) {
    CodeBlock value = value(field.shape());
    if (field.isRequired()) {
      return CodeBlock.builder().addStatement("case $L -> $N = $L", index, variable, value).build();
    }
    CodeBlock present = field.isOptional() ? optional(field.shape(), value) : value;
    return CodeBlock.builder()
        .beginControlFlow("case $L ->", index)
        .beginControlFlow("if (!in.tryNull())")
        .addStatement("$N = $L", variable, present)
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  /** After a fault, enums and records are read as null; the call will not be made. */
  private static CodeBlock optional(Shape shape, CodeBlock value) {
    boolean nullable = shape instanceof Shape.EnumShape || shape instanceof Shape.RecordShape;
    return CodeBlock.of("$T.$L($L)", Optional.class, nullable ? "ofNullable" : "of", value);
  }

  /** An expression that reads one value. */
  CodeBlock value(Shape shape) {
    return shape.accept(new Value(codecs));
  }

  private record Value(Codecs codecs) implements Shape.Visitor<CodeBlock> {
    @Override
    public CodeBlock onString(Shape.StringShape shape) {
      return CodeBlock.of("in.readString()");
    }

    @Override
    public CodeBlock onBoolean(Shape.BooleanShape shape) {
      return CodeBlock.of("in.readBoolean()");
    }

    @Override
    public CodeBlock onInteger(Shape.IntegerShape shape) {
      TypeName type = shape.type().isPrimitive() ? shape.type() : shape.type().unbox();
      TypeName boxed = type.box();
      if (type.equals(TypeName.LONG) || type.equals(TypeName.INT)) {
        String read = type.equals(TypeName.LONG) ? "in.readLong" : "in.readInt";
        return CodeBlock.of("$L($T.MIN_VALUE, $T.MAX_VALUE)", read, boxed, boxed);
      }
      return CodeBlock.of("($T) in.readInt($T.MIN_VALUE, $T.MAX_VALUE)", type, boxed, boxed);
    }

    @Override
    public CodeBlock onNumber(Shape.NumberShape shape) {
      boolean isFloat = shape.type().box().equals(TypeName.FLOAT.box());
      return CodeBlock.of(isFloat ? "in.readFloat()" : "in.readDouble()");
    }

    @Override
    public CodeBlock onEnum(Shape.EnumShape shape) {
      return CodeBlock.of("$L.read(in)", codecs.name(shape));
    }

    @Override
    public CodeBlock onList(Shape.ListShape shape) {
      return CodeBlock.of("read$L(in)", codecs.name(shape));
    }

    @Override
    public CodeBlock onRecord(Shape.RecordShape shape) {
      return CodeBlock.of("$L.read(in)", codecs.name(shape));
    }
  }
}
