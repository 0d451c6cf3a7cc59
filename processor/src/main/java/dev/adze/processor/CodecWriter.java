package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the code that the tools of an owner share: that of enums, records and lists. */
final class CodecWriter {
  private final Codecs codecs;
  private final DecoderWriter decoder;
  private final EncoderWriter encoder;

  CodecWriter(Codecs codecs) {
    this.codecs = codecs;
    this.decoder = new DecoderWriter(codecs);
    this.encoder = new EncoderWriter(codecs);
  }

  void addTo(TypeSpec.Builder adapter) {
    for (Shape shape : codecs.shapes()) {
      if (shape instanceof Shape.EnumShape choice) {
        adapter.addType(enumCodec(choice));
      } else if (shape instanceof Shape.RecordShape object) {
        adapter.addType(recordCodec(object));
      } else if (shape instanceof Shape.ListShape list) {
        addListMethods(adapter, list);
      }
    }
  }

  private TypeSpec enumCodec(Shape.EnumShape shape) {
    TypeSpec.Builder codec = codec(shape);
    if (codecs.isRead(shape)) {
      String names =
          shape.wireNames().stream()
              .map(name -> CodeBlock.of("$S", name).toString())
              .collect(Collectors.joining(", "));
      codec.addField(
          FieldSpec.builder(
                  String[].class, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("{$L}", names)
              .build());
      codec.addMethod(reads(shape, "read").addCode(readEnum(shape)).build());
    }
    return codec.addMethod(writes(shape, "write").addCode(writeEnum(shape)).build()).build();
  }

  private static CodeBlock readEnum(Shape.EnumShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("return switch (in.readEnum(NAMES)) {\n").indent();
    for (int i = 0; i < shape.constants().size(); i++) {
      String constant = shape.constants().get(i).javaName();
      code.add("case $L -> $T.$L;\n", i, shape.type(), constant);
    }
    return code.add("default -> null;\n").unindent().add("};\n").build();
  }

  private static CodeBlock writeEnum(Shape.EnumShape shape) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("out.value(switch (value) {\n").indent();
    for (Shape.Constant constant : shape.constants()) {
      code.add("case $L -> $S;\n", constant.javaName(), constant.wireName());
    }
    return code.unindent().add("});\n").build();
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

  private void addListMethods(TypeSpec.Builder adapter, Shape.ListShape shape) {
    String name = codecs.name(shape);
    if (codecs.isRead(shape)) {
      MethodSpec.Builder read = reads(shape, "read" + name).addModifiers(Modifier.PRIVATE);
      read.addStatement("$T list = new $T<>()", shape.type(), ArrayList.class);
      read.addStatement("in.beginArray()");
      read.beginControlFlow("while (in.nextElement())");
      read.addStatement("list.add($L)", decoder.value(shape.element())).endControlFlow();
      adapter.addMethod(read.addStatement("return list").build());
    }
    MethodSpec.Builder write = writes(shape, "write" + name).addModifiers(Modifier.PRIVATE);
    write.addStatement("out.beginArray()");
    write.beginControlFlow("for ($T element : value)", shape.element().type().box());
    write.addStatement(
        encoder.value(shape.element(), CodeBlock.of("out"), CodeBlock.of("element")));
    adapter.addMethod(write.endControlFlow().addStatement("out.endArray()").build());
  }

  private TypeSpec.Builder codec(Shape shape) {
    return TypeSpec.classBuilder(codecs.name(shape))
        .addJavadoc("{@link $T} as JSON.", shape.type())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  private static MethodSpec.Builder reads(Shape shape, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(shape.type())
        .addParameter(RuntimeTypes.JSON_READER, "in");
  }

  private static MethodSpec.Builder writes(Shape shape, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .addParameter(RuntimeTypes.JSON_WRITER, "out")
        .addParameter(shape.type(), "value");
  }
}
