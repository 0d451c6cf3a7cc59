package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class of a type of answers: its schema and its decoder, held by one constant. */
final class OutputWriter {
  /** The field that holds an answer which is a choice between several types. */
  static final String ANSWER = "answer";

  private final OutputClass output;
  private final Codecs codecs;

  OutputWriter(OutputClass output) {
    this.output = output;
    this.codecs = new Codecs(output);
  }

  TypeSpec write() {
    Json schema = SchemaWriter.answer(output.shape(), output.description(), output.isWrapped());
    TypeSpec.Builder holder =
        TypeSpec.classBuilder(output.generated())
            .addJavadoc("{@link $T} as a model's final answer.", output.type())
            .addModifiers(Modifier.FINAL);
    if (Visibility.isPublic(output.element())) {
      holder.addModifiers(Modifier.PUBLIC);
    }
    addAnnotations(holder);
    holder.addField(
        SpecWriter.constant(ClassName.get(String.class), "SCHEMA", SourceText.json(schema)));
    if (output.isWrapped()) {
      holder.addField(fields());
    }
    holder.addField(type(StrictProfiles.of(schema)));
    holder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (output.isWrapped()) {
      holder.addMethod(readAnswer()).addMethod(writeAnswer());
    }
    new CodecWriter(codecs).addTo(holder);
    return holder.build();
  }

  private void addAnnotations(TypeSpec.Builder holder) {
    if (output.marked()) {
      holder.addAnnotation(Generated.class, List.of(OutputProcessor.class.getName()));
    }
    if (!output.warnings().isEmpty()) {
      holder.addAnnotation(SuppressWarnings.class, output.warnings());
    }
  }

  private FieldSpec fields() {
    CodeBlock table =
        CodeBlock.of(
            "$>$>$T.builder()\n.required($S, $L)\n.build()$<$<",
            RuntimeTypes.JSON_FIELDS,
            ANSWER,
            SourceText.text(output.shape().accept(new Expectation())));
    return SpecWriter.constant(RuntimeTypes.JSON_FIELDS, "FIELDS", table);
  }

  private FieldSpec type(List<String> profiles) {
    String codec = codecs.of(output.shape(), false).name();
    CodeBlock methods =
        output.isWrapped()
            ? CodeBlock.of("$1T::read,\n$1T::write", output.generated())
            : CodeBlock.of("$1L::read,\n$1L::write", codec);
    CodeBlock.Builder value = CodeBlock.builder();
    value.add("$>$>$T.of(\n$S,\n", RuntimeTypes.OUTPUT_TYPE, output.name());
    value.add(SourceText.text(output.description()));
    value.add(",\nSCHEMA,\n").add(methods);
    for (String profile : profiles) {
      value.add(",\n$T.$L", RuntimeTypes.SCHEMA_PROFILE, profile);
    }
    FieldSpec.Builder type =
        FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeTypes.OUTPUT_TYPE, output.type()), "TYPE");
    type.addJavadoc("What a model is told of the answer, and what holds it to that.");
    if (Visibility.isPublic(output.element())) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(value.add(")$<$<").build())
        .build();
  }

  private MethodSpec readAnswer() {
    String codec = codecs.of(output.shape(), false).name();
    return CodecWriter.reads(output.type(), "read")
        .addModifiers(Modifier.PRIVATE)
        .addStatement("$T answer = null", output.type())
        .addStatement("in.beginObject(FIELDS)")
        .beginControlFlow(
            "for (int field; (field = in.nextField()) != $T.END; )", RuntimeTypes.JSON_READER)
        .beginControlFlow("switch (field)")
        .addStatement("case 0 -> answer = $L.read(in)", codec)
        .addStatement("default -> in.skip()")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return answer")
        .build();
  }

  private MethodSpec writeAnswer() {
    String codec = codecs.writer(output.shape(), false).name();
    TypeName written = codecs.written(output.type());
    return CodecWriter.writes(written, "write")
        .addModifiers(Modifier.PRIVATE)
        .addStatement("out.beginObject()")
        .addStatement("out.name($S)", ANSWER)
        .addStatement("$L.write(out, value)", codec)
        .addStatement("out.endObject()")
        .build();
  }
}
