package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.Modifier;

/** Writes the {@code PreparedCall} of one tool, which is loaded at the tool's first call. */
final class CallWriter {
  /** What a component of the call must not be called, or what its methods use. */
  private static final NameAllocator TAKEN =
      GeneratedNames.without(
          "owner",
          "in",
          "out",
          "field",
          "given",
          "context",
          "result",
          "e",
          "read",
          "arguments",
          "array",
          "preview",
          "call",
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final ToolClass owner;
  private final ToolMethod tool;
  private final ClassName type;
  private final DecoderWriter decoder;
  private final Codecs codecs;
  private final NameAllocator names = TAKEN.clone();

  CallWriter(ToolClass owner, ToolMethod tool, ClassName type, Codecs codecs) {
    this.owner = owner;
    this.tool = tool;
    this.type = type;
    this.decoder = new DecoderWriter(codecs);
    this.codecs = codecs;
    tool.arguments()
        .forEach(field -> names.newName(ObjectWriter.variable(field), field.javaName()));
  }

  TypeSpec write() {
    TypeSpec.Builder call =
        TypeSpec.recordBuilder(type.simpleName())
            .addJavadoc("A checked call of {@code $L}.", tool.javaName())
            .addModifiers(Modifier.PRIVATE)
            .addSuperinterface(RuntimeTypes.PREPARED_CALL)
            .recordConstructor(components())
            .addField(ObjectWriter.fieldTable(tool.arguments()))
            .addMethod(read())
            .addMethod(arguments());
    tool.approval()
        .map(ToolMethod.Approval::preview)
        .filter(preview -> !preview.isEmpty())
        .ifPresent(preview -> call.addMethod(preview(preview)));
    return call.addMethod(call()).build();
  }

  private MethodSpec components() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    if (!tool.isStatic()) {
      components.addParameter(owner.type(), "owner");
    }
    for (Field field : tool.arguments()) {
      components.addParameter(field.type(), names.get(field.javaName()));
    }
    return components.build();
  }

  private MethodSpec read() {
    StringJoiner values = new StringJoiner(", ");
    if (!tool.isStatic()) {
      values.add("owner");
    }
    for (Field field : tool.arguments()) {
      values.add(names.get(field.javaName()));
    }
    // Of the interface's type: javac 25, unlike 17, would else give the adapter's switch the type
    // of all records, and to verify that, a JVM loads every call's class as soon as tools are
    // bound.
    MethodSpec.Builder read =
        MethodSpec.methodBuilder("read")
            .addModifiers(Modifier.STATIC)
            .returns(RuntimeTypes.PREPARED_CALL);
    if (!tool.isStatic()) {
      read.addParameter(owner.type(), "owner");
    }
    return read.addParameter(RuntimeTypes.JSON_READER, "in")
        .addCode(decoder.readFields(tool.arguments(), names, "FIELDS"))
        .addCode(decoder.makeDefaults(tool.arguments(), names, "in.faultCount() == 0"))
        .beginControlFlow("if (!in.end())")
        .addStatement("throw new $T($S, in.faults())", RuntimeTypes.INVALID_ARGUMENTS, tool.name())
        .endControlFlow()
        .addStatement("return new $T($L)", type, values)
        .build();
  }

  private MethodSpec arguments() {
    return override("arguments")
        .returns(String.class)
        .addStatement("$T out = new $T()", RuntimeTypes.JSON_WRITER, RuntimeTypes.JSON_WRITER)
        .addCode(
            new EncoderWriter(codecs, false)
                .writeObject(tool.arguments(), field -> new CodeBlock(names.get(field.javaName()))))
        .addStatement("return out.toString()")
        .build();
  }

  private MethodSpec preview(String method) {
    return override("preview")
        .returns(ParameterizedTypeName.get(Optional.class, String.class))
        .addParameter(RuntimeTypes.TOOL_CONTEXT, "context")
        .addException(Exception.class)
        .addStatement(
            "return $T.ofNullable($L)", Optional.class, invocation(method, tool.staticPreview()))
        .build();
  }

  private MethodSpec call() {
    MethodSpec.Builder call =
        override("call")
            .returns(RuntimeTypes.TOOL_OUTPUT)
            .addParameter(RuntimeTypes.TOOL_CONTEXT, "context")
            .addException(Exception.class);
    if (tool.approval().isPresent()) {
      call.addStatement("context.requireApproval(arguments())");
    }
    ResultWriter result = new ResultWriter(tool, codecs);
    return call.addCode(result.write(invocation(tool.javaName(), tool.isStatic()))).build();
  }

  private CodeBlock invocation(String method, boolean isStatic) {
    List<CodeBlock> values = new ArrayList<>();
    for (ToolParameter parameter : tool.parameters()) {
      values.add(
          parameter instanceof ToolParameter.Argument argument
              ? new CodeBlock(names.get(argument.field().javaName()))
              : new CodeBlock("context"));
    }
    CodeBlock target = isStatic ? CodeBlock.of("$T", tool.declaredIn()) : CodeBlock.of("owner");
    return CodeBlock.of("$L.$L($L)", target, method, CodeBlock.join(values, ",$W"));
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
