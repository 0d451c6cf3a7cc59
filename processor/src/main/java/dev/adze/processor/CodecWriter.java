package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes the code that the tools of an owner share: that of enums, objects, collections and limits.
 */
final class CodecWriter {
  private final Codecs codecs;
  private final CollectionWriter collections;
  private final ObjectWriter objects;

  CodecWriter(Codecs codecs) {
    this.codecs = codecs;
    this.collections = new CollectionWriter(codecs);
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
        collections.addTo(adapter, codec, list);
      } else if (codec.shape instanceof MapShape map) {
        collections.addTo(adapter, codec, map);
      } else if (codec.shape instanceof NullableShape nullable) {
        collections.addTo(adapter, codec, nullable);
      }
    }
    if (codecs.all().stream().anyMatch(CodecWriter::makesGenericArray)) {
      CollectionWriter.addArrayMaker(adapter);
    }
    RuleWriter.addTo(adapter, codecs);
  }

  private static boolean makesGenericArray(Codecs.Codec codec) {
    return codec.isRead()
        && codec.shape instanceof Shape.ListShape list
        && list.kind() == Shape.ListShape.Kind.ARRAY
        && CollectionWriter.isGeneric(list.element().type());
  }

  private TypeSpec enumCodec(Codecs.Codec use, Shape.EnumShape shape) {
    TypeSpec.Builder codec = codec(use);
    boolean naming = use.isNaming();
    if (use.isRead()) {
      codec.addField(names(shape.wireNames()));
      if (naming) {
        codec.addField(fields(shape));
      }
      CodeBlock constant = constant(shape, naming ? "index" : "in.readEnum(NAMES)");
      CodeBlock read = CodeBlock.of("return constant(in.readEnum(NAMES));\n");
      codec.addMethod(reads(shape.type(), "read").addCode(naming ? read : constant).build());
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
    codec.addMethod(writes(shape.type(), "write").addCode("out.value($L);\n", write).build());
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

  /** A constant with names on the wire. */
  static FieldSpec names(List<String> wireNames) {
    String names =
        wireNames.stream()
            .map(name -> SourceText.literal(name).text())
            .collect(Collectors.joining(", "));
    return FieldSpec.builder(
            ArrayTypeName.of(String.class),
            "NAMES",
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("{$L}", names)
        .build();
  }

  /** The constants as fields of an object, of which each may be absent. */
  private static FieldSpec fields(Shape.EnumShape shape) {
    CodeBlock.Builder table = CodeBlock.builder().add("$T.builder()", RuntimeTypes.JSON_FIELDS);
    shape.wireNames().forEach(name -> table.add("\n.optional($L)", SourceText.literal(name)));
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
      code.add("case $L -> $L;\n", constant.javaName(), SourceText.literal(constant.wireName()));
    }
    return code.unindent().add("}").build();
  }

  static TypeSpec.Builder codec(Codecs.Codec use) {
    return TypeSpec.classBuilder(use.name())
        .addJavadoc("{@link $T} as JSON.", raw(use.shape.type()))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** A link in Javadoc has no type arguments. */
  private static TypeName raw(TypeName type) {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
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
