package dev.adze.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the code that the tools of an owner share: that of enums, lists and what may be null. */
final class CodecWriter {
  private final Codecs codecs;
  private final DecoderWriter decoder;
  private final ObjectWriter objects;

  CodecWriter(Codecs codecs) {
    this.codecs = codecs;
    this.decoder = new DecoderWriter(codecs);
    this.objects = new ObjectWriter(codecs);
  }

  void addTo(TypeSpec.Builder adapter) {
    for (Codecs.Codec codec : codecs.all()) {
      if (codec.shape instanceof Shape.EnumShape choice) {
        adapter.addType(enumCodec(codec, choice));
      } else if (codec.shape instanceof ObjectShape object) {
        adapter.addType(objects.object(codec, object));
      } else if (codec.shape instanceof UnionShape union) {
        adapter.addType(objects.union(codec, union));
      } else if (codec.shape instanceof Shape.ListShape list) {
        addListMethods(adapter, codec, list);
      } else if (codec.shape instanceof NullableShape nullable) {
        addNullableMethods(adapter, codec, nullable);
      }
    }
  }

  private TypeSpec enumCodec(Codecs.Codec use, Shape.EnumShape shape) {
    TypeSpec.Builder codec = codec(use);
    if (use.isRead()) {
      codec.addField(names(shape.wireNames()));
      codec.addMethod(reads(shape.type(), "read").addCode(readEnum(shape)).build());
    }
    return codec.addMethod(writes(shape.type(), "write").addCode(writeEnum(shape)).build()).build();
  }

  /** A constant with names on the wire. */
  static FieldSpec names(List<String> wireNames) {
    String names =
        wireNames.stream()
            .map(name -> CodeBlock.of("$S", name).toString())
            .collect(Collectors.joining(", "));
    return FieldSpec.builder(
            String[].class, "NAMES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("{$L}", names)
        .build();
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

  private void addListMethods(TypeSpec.Builder adapter, Codecs.Codec use, Shape.ListShape shape) {
    if (use.isRead()) {
      MethodSpec.Builder read =
          reads(shape.type(), "read" + use.name()).addModifiers(Modifier.PRIVATE);
      read.addStatement("$T list = new $T<>()", shape.type(), ArrayList.class);
      read.addStatement("in.beginArray()");
      read.beginControlFlow("while (in.nextElement())");
      read.addStatement("list.add($L)", decoder.value(shape.element())).endControlFlow();
      adapter.addMethod(read.addStatement("return list").build());
    }
    MethodSpec.Builder write = privateWrite(use);
    write.addStatement("out.beginArray()");
    TypeName element = codecs.written(shape.element().type().box());
    write.beginControlFlow("for ($T element : value)", element);
    write.addStatement(
        new EncoderWriter(codecs, use.result)
            .value(shape.element(), CodeBlock.of("out"), CodeBlock.of("element")));
    adapter.addMethod(write.endControlFlow().addStatement("out.endArray()").build());
  }

  private void addNullableMethods(
      TypeSpec.Builder adapter, Codecs.Codec use, NullableShape shape) {
    if (use.isRead()) {
      MethodSpec.Builder read =
          reads(shape.type(), "read" + use.name()).addModifiers(Modifier.PRIVATE);
      read.addStatement("return in.tryNull() ? null : $L", decoder.value(shape.element()));
      adapter.addMethod(read.build());
    }
    MethodSpec.Builder write = privateWrite(use);
    write.beginControlFlow("if (value == null)").addStatement("out.nullValue()");
    write.nextControlFlow("else");
    write.addStatement(
        new EncoderWriter(codecs, use.result)
            .value(shape.element(), CodeBlock.of("out"), CodeBlock.of("value")));
    adapter.addMethod(write.endControlFlow().build());
  }

  private MethodSpec.Builder privateWrite(Codecs.Codec use) {
    return writes(codecs.written(use.shape.type()), "write" + use.name())
        .addModifiers(Modifier.PRIVATE);
  }

  static TypeSpec.Builder codec(Codecs.Codec use) {
    return TypeSpec.classBuilder(use.name())
        .addJavadoc("{@link $T} as JSON.", raw(use.shape.type()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** A link in Javadoc has no type arguments. */
  private static TypeName raw(TypeName type) {
    return type instanceof com.palantir.javapoet.ParameterizedTypeName generic
        ? generic.rawType()
        : type;
  }

  static MethodSpec.Builder reads(TypeName type, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(type)
        .addParameter(RuntimeTypes.JSON_READER, "in");
  }

  static MethodSpec.Builder writes(TypeName type, String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .addParameter(RuntimeTypes.JSON_WRITER, "out")
        .addParameter(type, "value");
  }
}
