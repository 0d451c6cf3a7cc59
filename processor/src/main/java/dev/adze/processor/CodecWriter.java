package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the code that the tools of an owner share: that of enums, records,
 * collections and limits.
 */
final class CodecWriter {
  private final Codecs codecs;
  private final DecoderWriter decoder;
  private final EncoderWriter encoder;
  private final CollectionWriter collections;

  CodecWriter(Codecs codecs) {
    this.codecs = codecs;
    this.decoder = new DecoderWriter(codecs);
    this.encoder = new EncoderWriter(codecs);
    this.collections = new CollectionWriter(codecs);
  }

  void addTo(TypeSpec.Builder adapter) {
    for (Shape shape : codecs.shapes()) {
      if (shape instanceof Shape.EnumShape choice) {
        adapter.addType(enumCodec(choice));
      } else if (shape instanceof Shape.RecordShape object) {
        adapter.addType(recordCodec(object));
      } else if (shape instanceof Shape.ListShape list) {
        collections.addTo(adapter, list);
      } else if (shape instanceof MapShape map) {
        collections.addTo(adapter, map);
      }
    }
    RuleWriter.addTo(adapter, codecs);
  }

  private TypeSpec enumCodec(Shape.EnumShape shape) {
    TypeSpec.Builder codec = codec(shape);
    boolean naming = codecs.isNaming(shape);
    if (codecs.isRead(shape)) {
      codec.addField(names(shape));
      if (naming) {
        codec.addField(fields(shape));
      }
      CodeBlock constant = constant(shape, naming ? "index" : "in.readEnum(NAMES)");
      CodeBlock read = CodeBlock.of("return constant(in.readEnum(NAMES));\n");
      codec.addMethod(reads(shape, "read").addCode(naming ? read : constant).build());
      if (naming) {
        codec.addMethod(
            MethodSpec.methodBuilder("constant")
                .addModifiers(Modifier.STATIC)
                .returns(shape.type())
                .addParameter(TypeName.INT, "index")
                .addCode(constant)
                .build());
      }
    }
    CodeBlock name = name(shape);
    CodeBlock write = naming ? CodeBlock.of("name(value)") : name;
    codec.addMethod(writes(shape, "write").addCode("out.value($L);\n", write).build());
    if (naming) {
      codec.addMethod(
          MethodSpec.methodBuilder("name")
              .addModifiers(Modifier.STATIC)
              .returns(String.class)
              .addParameter(shape.type(), "value")
              .addCode("return $L;\n", name)
              .build());
    }
    return codec.build();
  }

  private static FieldSpec names(Shape.EnumShape shape) {
    String names =
        shape.wireNames().stream()
            .map(name -> CodeBlock.of("$S", name).toString())
            .collect(Collectors.joining(", "));
    return FieldSpec.builder(
            String[].class, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("{$L}", names)
        .build();
  }

  /** The constants as fields of an object, of which each may be absent. */
  private static FieldSpec fields(Shape.EnumShape shape) {
    CodeBlock.Builder table = CodeBlock.builder().add("$T.builder()", RuntimeTypes.JSON_FIELDS);
    shape.wireNames().forEach(name -> table.add("\n.optional($S)", name));
    return FieldSpec.builder(
            RuntimeTypes.JSON_FIELDS, "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>$L\n.build()$<$<", table.build())
        .build();
  }

  private static CodeBlock constant(Shape.EnumShape shape, String index) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch ($L) {\n", index).indent();
    for (int i = 0; i < shape.constants().size(); i++) {
      String constant = shape.constants().get(i).javaName();
      code.add("case $L -> $T.$L;\n", i, shape.type(), constant);
    }
    return code.add("default -> null;\n").unindent().add("};\n").build();
  }

  private static CodeBlock name(Shape.EnumShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("switch (value) {\n").indent();
    for (Shape.Constant constant : shape.constants()) {
      code.add("case $L -> $S;\n", constant.javaName(), constant.wireName());
    }
    return code.unindent().add("}").build();
  }

  private TypeSpec recordCodec(Shape.RecordShape shape) {
    TypeSpec.Builder codec = codec(shape);
    if (codecs.isRead(shape)) {
      codec.addField(fieldTable(shape.fields()));
      codec.addMethod(reads(shape, "read").addCode(readRecord(shape)).build());
    }
    CodeBlock write =
        encoder.writeFields(shape.fields(), field -> CodeBlock.of("value.$L()", field.javaName()));
    return codec.addMethod(writes(shape, "write").addCode(write).build()).build();
  }

  static FieldSpec fieldTable(List<Field> fields) {
    return FieldSpec.builder(
            RuntimeTypes.JSON_FIELDS, "FIELDS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$>$>$L$<$<", DecoderWriter.fieldTable(fields))
        .build();
  }

  private CodeBlock readRecord(Shape.RecordShape shape) {
    NameAllocator names = new NameAllocator();
    List.of("in", "faults", "field", "e").forEach(names::newName);
    shape.fields().forEach(field -> names.newName(variable(field), field.javaName()));
    List<String> values = shape.fields().stream().map(f -> names.get(f.javaName())).toList();
    return CodeBlock.builder()
        .addStatement("int faults = in.faultCount()")
        .add(decoder.readFields(shape.fields(), names))
        .beginControlFlow("if (in.faultCount() > faults)")
        .addStatement("return null")
        .endControlFlow()
        .beginControlFlow("try")
        .add(decoder.lateDefaults(shape.fields(), names))
        .addStatement("return new $T($L)", shape.type(), String.join(", ", values))
        .nextControlFlow("catch (RuntimeException e)")
        .addStatement("in.reject(e)")
        .addStatement("return null")
        .endControlFlow()
        .build();
  }

  /** A variable that begins like a type would hide the type of that name. */
  static String variable(Field field) {
    String name = field.javaName();
    return Character.isUpperCase(name.charAt(0)) ? name + "_" : name;
  }

  private TypeSpec.Builder codec(Shape shape) {
    return TypeSpec.classBuilder(codecs.name(shape))
        .addJavadoc("{@link $T} as JSON.", shape.type())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  static MethodSpec.Builder reads(Shape shape, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(shape.type())
        .addParameter(RuntimeTypes.JSON_READER, "in");
  }

  static MethodSpec.Builder writes(Shape shape, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .addParameter(RuntimeTypes.JSON_WRITER, "out")
        .addParameter(shape.type(), "value");
  }
}
