package dev.adze.processor;

import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.math.BigInteger;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the code that reads values from a {@code JsonReader} called {@code in}. */
final class DecoderWriter {
  private final Codecs codecs;

  DecoderWriter(Codecs codecs) {
    this.codecs = codecs;
  }

  /**
   * The table of the fields of an object.
   *
   * @param others fields that are skipped
   */
  static CodeBlock fieldTable(List<Field> fields, String... others) {
    CodeBlock.Builder table = CodeBlock.builder().add("$T.builder()", RuntimeTypes.JSON_FIELDS);
    for (Field field : fields) {
      if (field.isRequired()) {
        String expected = field.shape().accept(new Expectation());
        table.add("\n.required($S, $L)", field.wireName(), SourceText.text(expected));
      } else {
        table.add("\n.optional($S)", field.wireName());
      }
    }
    for (String field : others) {
      table.add("\n.optional($S)", field);
    }
    boolean none = fields.isEmpty() && others.length == 0;
    return table.add(none ? ".build()" : "\n.build()").build();
  }

  /**
   * Reads an object into one local variable for each field.
   *
   * @param names gives each field its variable, by the field's Java name
   * @param table the table of the fields; one that is not called FIELDS has others besides
   */
  CodeBlock readFields(List<Field> fields, NameAllocator names, String table) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Field field : fields) {
      code.addStatement("$T $N = $L", field.type(), names.get(field.javaName()), initial(field));
    }
    code.addStatement("in.beginObject($L)", table);
    if (fields.isEmpty() && table.equals("FIELDS")) {
      return code.addStatement("in.nextField()").build();
    }
    if (fields.isEmpty()) {
      code.beginControlFlow("while (in.nextField() != $T.END)", RuntimeTypes.JSON_READER);
      return code.addStatement("in.skip()").endControlFlow().build();
    }
    code.beginControlFlow(
        "for (int field; (field = in.nextField()) != $T.END; )", RuntimeTypes.JSON_READER);
    code.beginControlFlow("switch (field)");
    for (int i = 0; i < fields.size(); i++) {
      addBranch(code, i, fields.get(i), names.get(fields.get(i).javaName()));
    }
    code.addStatement("default -> in.skip()");
    return code.endControlFlow().endControlFlow().build();
  }

  /** Whether a default is an object, and no text or constant. */
  private static boolean isMade(Shape shape) {
    return shape instanceof Shape.ListShape
        || shape instanceof Shape.AnyShape
        || shape instanceof Shape.Base64Shape
        || shape instanceof MapShape
        || shape instanceof TextShape
        || Graph.isBuilt(shape);
  }

  private CodeBlock initial(Field field) {
    if (field.presence() instanceof Presence.Defaulted given && !isMade(field.shape())) {
      return JavaLiteral.of(field.shape(), given.text(), codecs);
    }
    if (field.isOptional()) {
      return CodeBlock.of("$T.empty()", field.optionalType());
    }
    return CodeBlock.of(
        field.type().equals(TypeName.BOOLEAN)
            ? "false"
            : field.type().isPrimitive() ? "0" : "null");
  }

  private void addBranch(CodeBlock.Builder code, int index, Field field, String variable) {
    CodeBlock value = value(field.shape());
    if (field.isRequired()) {
      code.addStatement("case $L -> $N = $L", index, variable, value);
      return;
    }
    code.beginControlFlow("case $L ->", index)
        .beginControlFlow("if (!in.tryNull())")
        .addStatement("$N = $L", variable, field.isOptional() ? optional(field, value) : value)
        .endControlFlow()
        .endControlFlow();
  }

  /** After a fault, some shapes are read as null; the call will not be made. */
  private static CodeBlock optional(Field field, CodeBlock value) {
    Shape shape = field.shape().resolved();
    boolean nullable =
        shape instanceof Shape.EnumShape
            || shape instanceof ObjectShape
            || shape instanceof UnionShape
            || shape instanceof Shape.AnyShape
            || shape instanceof TextShape;
    return CodeBlock.of("$T.$L($L)", field.optionalType(), nullable ? "ofNullable" : "of", value);
  }

  /**
   * Gives the variables of absent fields the defaults that are objects: when they are needed, and
   * those that hold objects of the user only if no fault was found, since their constructors run.
   *
   * @param sound a condition that says that there was no fault
   */
  CodeBlock makeDefaults(List<Field> fields, NameAllocator names, String sound) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Field field : fields) {
      if (field.presence() instanceof Presence.Defaulted given && isMade(field.shape())) {
        String variable = names.get(field.javaName());
        boolean built = Graph.isBuilt(field.shape());
        code.beginControlFlow("if ($N == null$L)", variable, built ? " && " + sound : "");
        code.add(built ? build(field, given, variable) : literal(field, given, variable));
        code.endControlFlow();
      }
    }
    return code.build();
  }

  private CodeBlock literal(Field field, Presence.Defaulted given, String variable) {
    CodeBlock literal = JavaLiteral.of(field.shape(), given.text(), codecs);
    return CodeBlock.builder().addStatement("$N = $L", variable, literal).build();
  }

  /** What a constructor throws here is a fault, as it is everywhere else. */
  private CodeBlock build(Field field, Presence.Defaulted given, String variable) {
    String json = Defaults.value(field.shape(), given.text()).orElseThrow().compact();
    return CodeBlock.builder()
        .addStatement(
            "$T given = $T.of($L)",
            RuntimeTypes.JSON_READER,
            RuntimeTypes.JSON_READER,
            SourceText.text(json))
        .addStatement("$N = $L", variable, shared(field.shape(), "given"))
        .addStatement("in.checkDefault($L, given)", SourceText.literal(field.wireName()))
        .build();
  }

  /** A call of the code of a shape. */
  private CodeBlock shared(Shape shape, String reader) {
    boolean isClass =
        shape.resolved() instanceof ObjectShape || shape.resolved() instanceof UnionShape;
    String name = codecs.of(shape, false).name();
    return CodeBlock.of(isClass ? "$L.read($L)" : "read$L($L)", name, reader);
  }

  /** An expression that reads one value. */
  CodeBlock value(Shape shape) {
    return shape.accept(new Value(codecs));
  }

  private record Value(Codecs codecs) implements Shape.Visitor<CodeBlock> {
    @Override
    public CodeBlock onString(Shape.StringShape shape) {
      return ruled("in.readString", shape.limits().isNone(), shape.limits());
    }

    @Override
    public CodeBlock onText(TextShape shape) {
      return CodeBlock.of("in.readText($T.$L)", RuntimeTypes.TEXT_FORMAT, shape.form().name());
    }

    @Override
    public CodeBlock onChar(Shape.CharShape shape) {
      return CodeBlock.of("in.readChar()");
    }

    @Override
    public CodeBlock onBase64(Shape.Base64Shape shape) {
      return CodeBlock.of("in.readBase64()");
    }

    @Override
    public CodeBlock onBoolean(Shape.BooleanShape shape) {
      return CodeBlock.of("in.readBoolean()");
    }

    @Override
    public CodeBlock onInteger(IntegerShape shape) {
      if (shape.isBig()) {
        return ruled("in.readBigInteger", shape.limits().isNone(), shape.limits());
      }
      CodeBlock bounds =
          CodeBlock.of(
              "($L, $L)",
              bound(shape, shape.min(), shape.leastOfType(), "MIN_VALUE"),
              bound(shape, shape.max(), shape.greatestOfType(), "MAX_VALUE"));
      if (shape.isYear()) {
        return CodeBlock.of("$T.of(in.readInt$L)", Year.class, bounds);
      }
      if (shape.isLong()) {
        return CodeBlock.of("in.readLong$L", bounds);
      }
      TypeName type = shape.type().isPrimitive() ? shape.type() : shape.type().unbox();
      return type.equals(TypeName.INT)
          ? CodeBlock.of("in.readInt$L", bounds)
          : CodeBlock.of("($T) in.readInt$L", type, bounds);
    }

    private static CodeBlock bound(
        IntegerShape shape,
        @Nullable BigInteger value,
        @Nullable BigInteger ofType,
        String constant) {
      if (value == null || value.equals(ofType)) {
        return CodeBlock.of("$T.$L", shape.type().box(), constant);
      }
      boolean isLong = value.bitLength() >= Integer.SIZE;
      return CodeBlock.of("$L$L", value, isLong ? "L" : "");
    }

    @Override
    public CodeBlock onNumber(Shape.NumberShape shape) {
      boolean isFloat = shape.type().box().equals(TypeName.FLOAT.box());
      String read =
          shape.isDecimal() ? "in.readBigDecimal" : isFloat ? "in.readFloat" : "in.readDouble";
      return ruled(read, shape.limits().isNone(), shape.limits());
    }

    private CodeBlock ruled(String read, boolean free, Object limits) {
      return free
          ? CodeBlock.of("$L()", read)
          : CodeBlock.of("$L($L.$L)", read, Codecs.RULES, codecs.rule(limits));
    }

    @Override
    public CodeBlock onAny(Shape.AnyShape shape) {
      return CodeBlock.of("in.readAny()");
    }

    @Override
    public CodeBlock onMap(MapShape shape) {
      return CodeBlock.of("read$L(in)", codecs.of(shape, false).name());
    }

    @Override
    public CodeBlock onEnum(Shape.EnumShape shape) {
      return CodeBlock.of("$L.read(in)", codecs.of(shape, false).name());
    }

    @Override
    public CodeBlock onList(Shape.ListShape shape) {
      return CodeBlock.of("read$L(in)", codecs.of(shape, false).name());
    }

    @Override
    public CodeBlock onNullable(NullableShape shape) {
      return CodeBlock.of("read$L(in)", codecs.of(shape, false).name());
    }

    @Override
    public CodeBlock onObject(ObjectShape shape) {
      return CodeBlock.of("$L.read(in)", codecs.of(shape, false).name());
    }

    @Override
    public CodeBlock onUnion(UnionShape shape) {
      return CodeBlock.of("$L.read(in)", codecs.of(shape, false).name());
    }
  }
}
