package dev.adze.processor;

import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the code of objects, and of unions of them. */
final class ObjectWriter {
  /** What the user's code may throw because of a value; all else has other causes. */
  static final CodeBlock THROWN = CodeBlock.of("$T | $T e", Exception.class, AssertionError.class);

  /** What the method that reads an object uses itself. */
  private static final NameAllocator TAKEN =
      GeneratedNames.without("in", "faults", "field", "fields", "given", "value", "e");

  private final Codecs codecs;
  private final DecoderWriter decoder;

  ObjectWriter(Codecs codecs) {
    this.codecs = codecs;
    this.decoder = new DecoderWriter(codecs);
  }

  static FieldSpec fieldTable(List<Field> fields) {
    return constant("FIELDS", DecoderWriter.fieldTable(fields));
  }

  private static FieldSpec constant(String name, CodeBlock table) {
    return FieldSpec.builder(
            RuntimeTypes.JSON_FIELDS, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>$L$<$<", table)
        .build();
  }

  /** A variable that begins like a type would hide the type of that name. */
  static String variable(Field field) {
    String name = field.javaName();
    return Character.isUpperCase(name.charAt(0)) ? name + "_" : name;
  }

  TypeSpec object(Codecs.Codec use, ObjectShape shape) {
    TypeSpec.Builder codec = CodecWriter.codec(use);
    if (use.isRead()) {
      addRead(codec, use, shape);
    }
    List<Field> fields = shape.fields(use.result);
    Function<Field, CodeBlock> access = field -> CodeBlock.of("value.$L", read(shape, field));
    EncoderWriter encoder = new EncoderWriter(codecs, use.result);
    TypeName written = codecs.written(shape.type());
    if (use.isWhole()) {
      CodeBlock code =
          use.isBranch()
              ? CodeBlock.builder()
                  .addStatement("out.beginObject()")
                  .addStatement("writeFields(out, value)")
                  .addStatement("out.endObject()")
                  .build()
              : encoder.writeObject(fields, access);
      codec.addMethod(CodecWriter.writes(written, "write").addCode(code).build());
    }
    if (use.isBranch()) {
      CodeBlock code = encoder.writeFields(fields, access);
      codec.addMethod(CodecWriter.writes(written, "writeFields").addCode(code).build());
    }
    return codec.build();
  }

  private static String read(ObjectShape shape, Field field) {
    return shape.properties().stream()
        .filter(property -> property.field().wireName().equals(field.wireName()))
        .map(ObjectShape.Property::read)
        .findFirst()
        .orElseThrow();
  }

  private void addRead(TypeSpec.Builder codec, Codecs.Codec use, ObjectShape shape) {
    if (use.isWhole()) {
      codec.addField(fieldTable(shape.fields(false)));
      MethodSpec.Builder read = CodecWriter.reads(shape.type(), "read");
      codec.addMethod(
          use.isBranch()
              ? read.addStatement("return read(in, FIELDS)").build()
              : read.addCode(readObject(shape, "FIELDS")).build());
    }
    if (use.isBranch()) {
      codec.addMethod(
          CodecWriter.reads(shape.type(), "read")
              .addParameter(RuntimeTypes.JSON_FIELDS, "fields")
              .addCode(readObject(shape, "fields"))
              .build());
    }
  }

  private CodeBlock readObject(ObjectShape shape, String table) {
    NameAllocator names = TAKEN.clone();
    List<Field> fields = shape.fields(false);
    fields.forEach(field -> names.newName(variable(field), field.javaName()));
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("int faults = in.faultCount()")
            .add(decoder.readFields(fields, names, table))
            .add(decoder.makeDefaults(fields, names, "in.faultCount() == faults"))
            .beginControlFlow("if (in.faultCount() > faults)")
            .addStatement("return null")
            .endControlFlow()
            .beginControlFlow("try")
            .add(create(shape, names))
            .nextControlFlow("catch ($L)", THROWN)
            .addStatement("in.reject(e)")
            .addStatement("return null");
    return code.endControlFlow().build();
  }

  private static CodeBlock create(ObjectShape shape, NameAllocator names) {
    List<ObjectShape.Property> properties = shape.given();
    String values =
        properties.stream()
            .filter(property -> property.given() == ObjectShape.Given.AT_CREATION)
            .map(property -> names.get(property.field().javaName()))
            .collect(Collectors.joining(", "));
    CodeBlock created = CodeBlock.of("$L($L)", shape.creator(), values);
    List<ObjectShape.Property> later =
        properties.stream()
            .filter(property -> property.given() == ObjectShape.Given.LATER)
            .toList();
    if (later.isEmpty()) {
      return CodeBlock.builder().addStatement("return $L", created).build();
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T value = $L", shape.type(), created);
    for (ObjectShape.Property property : later) {
      String variable = names.get(property.field().javaName());
      if (property.setter().isEmpty()) {
        code.addStatement("value.$L = $N", property.read(), variable);
      } else {
        code.addStatement("value.$L($N)", property.setter(), variable);
      }
    }
    return code.addStatement("return value").build();
  }

  TypeSpec union(Codecs.Codec use, UnionShape shape) {
    TypeSpec.Builder codec = CodecWriter.codec(use);
    if (use.isRead()) {
      codec.addField(CodecWriter.names(shape.wireNames()));
      codec.addMethod(
          CodecWriter.reads(shape.type(), "read").addCode(readUnion(codec, shape)).build());
    }
    TypeName written = codecs.written(shape.type());
    return codec
        .addMethod(
            CodecWriter.writes(written, "write").addCode(writeUnion(shape, use.result)).build())
        .build();
  }

  /**
   * Adds a table of fields for each branch: its own and the one that names it, which is skipped.
   */
  private CodeBlock readUnion(TypeSpec.Builder codec, UnionShape shape) {
    NameAllocator tables = new NameAllocator();
    tables.newName("NAMES");
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch (in.readBranch($L, NAMES)) {\n", SourceText.literal(shape.property()))
        .indent();
    for (int i = 0; i < shape.branches().size(); i++) {
      ObjectShape branch = shape.branches().get(i).object();
      String table = tables.newName(words(branch.names().get(0)));
      codec.addField(
          constant(table, DecoderWriter.fieldTable(branch.fields(false), shape.property())));
      code.add("case $L -> $L.read(in, $L);\n", i, codecs.of(branch, false).name(), table);
    }
    return code.add("default -> null;\n").unindent().add("};\n").build();
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private CodeBlock writeUnion(UnionShape shape, boolean result) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
    boolean first = true;
    for (UnionShape.Branch branch : shape.branches()) {
      TypeName type = codecs.written(branch.object().type());
      if (first) {
        code.beginControlFlow("if (value instanceof $T branch)", type);
      } else {
        code.nextControlFlow("else if (value instanceof $T branch)", type);
      }
      first = false;
      code.addStatement(
          "out.name($L).value($L)",
          SourceText.literal(shape.property()),
          SourceText.literal(branch.wireName()));
      code.addStatement("$L.writeFields(out, branch)", codecs.of(branch.object(), result).name());
    }
    code.nextControlFlow("else");
    code.addStatement("throw new $T($S)", NullPointerException.class, "a value is null");
    return code.endControlFlow().addStatement("out.endObject()").build();
  }
}
