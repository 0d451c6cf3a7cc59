package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Objects;

/** Writes how a tool is called and what it returns becomes a {@code ToolOutput}. */
final class ResultWriter {
  private final ToolMethod tool;
  private final Codecs codecs;

  ResultWriter(ToolMethod tool, Codecs codecs) {
    this.tool = tool;
    this.codecs = codecs;
  }

  CodeBlock write(CodeBlock invocation) {
    if (tool.result() instanceof ToolResult.Awaited awaited) {
      return write(awaited.content(), CodeBlock.of("context.await($L)", notNull(invocation)));
    }
    return write(tool.result(), invocation);
  }

  private CodeBlock write(ToolResult result, CodeBlock invocation) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (result instanceof ToolResult.None) {
      return code.addStatement(invocation).add(text("Done.")).build();
    }
    TypeName type = type(result);
    boolean nullable = type.isPrimitive() || result instanceof ToolResult.Nullable;
    code.addStatement("$T result =$W$L", type, nullable ? invocation : notNull(invocation));
    if (result instanceof ToolResult.Maybe maybe) {
      code.beginControlFlow("if (result.isEmpty())").add(absent(maybe)).endControlFlow();
      String getter = Field.optionalGetter(maybe.type());
      return code.add(output(maybe.content(), CodeBlock.of("result.$L()", getter))).build();
    }
    if (result instanceof ToolResult.Nullable maybe) {
      code.beginControlFlow("if (result == null)").add(absent(maybe)).endControlFlow();
      return code.add(output(maybe.content(), CodeBlock.of("result"))).build();
    }
    return code.add(output(result, CodeBlock.of("result"))).build();
  }

  /** A value that may be absent is null in the output's schema; text has no schema to fit. */
  private static CodeBlock absent(ToolResult result) {
    return result.shape().isPresent() ? output(CodeBlock.of("$S", "null")) : text("No result.");
  }

  /** What the model reads of a call that gives nothing back. */
  private static CodeBlock text(String observation) {
    return CodeBlock.builder()
        .addStatement(
            "return $T.builder($S).observation($S).build()",
            RuntimeTypes.TOOL_OUTPUT,
            "",
            observation)
        .build();
  }

  private static CodeBlock output(CodeBlock text) {
    return CodeBlock.builder()
        .addStatement("return $T.of($L)", RuntimeTypes.TOOL_OUTPUT, text)
        .build();
  }

  private CodeBlock output(ToolResult result, CodeBlock value) {
    if (result instanceof ToolResult.Output) {
      return CodeBlock.builder().addStatement("return $L", value).build();
    }
    if (!(result instanceof ToolResult.Value given)) {
      return output(value);
    }
    return CodeBlock.builder()
        .addStatement("$T out = new $T()", RuntimeTypes.JSON_WRITER, RuntimeTypes.JSON_WRITER)
        .add(encoding(given.value(), value))
        .add(output(CodeBlock.of("out.toString()")))
        .build();
  }

  /** Whoever reads that the writing has failed has to know that the tool has run. */
  private CodeBlock encoding(Shape shape, CodeBlock value) {
    CodeBlock statement = new EncoderWriter(codecs, true).value(shape, CodeBlock.of("out"), value);
    return isTotal(shape.type())
        ? CodeBlock.builder().addStatement(statement).build()
        : CodeBlock.builder()
            .beginControlFlow("try")
            .addStatement(statement)
            .nextControlFlow("catch ($T e)", RuntimeException.class)
            .addStatement("throw new $T($S, e)", RuntimeTypes.UNWRITABLE_RESULT, tool.name())
            .endControlFlow()
            .build();
  }

  /** Whether every value of a type can be written. */
  private static boolean isTotal(TypeName type) {
    return type.isPrimitive() && !type.equals(TypeName.FLOAT) && !type.equals(TypeName.DOUBLE);
  }

  private TypeName type(ToolResult result) {
    if (result instanceof ToolResult.Maybe maybe) {
      return maybe.type();
    }
    if (result instanceof ToolResult.Nullable nullable) {
      return type(nullable.content());
    }
    if (result instanceof ToolResult.Value value) {
      return codecs.written(value.value().type());
    }
    return result instanceof ToolResult.Output
        ? RuntimeTypes.TOOL_OUTPUT
        : ClassName.get(String.class);
  }

  /** A tool that returns null says so itself, instead of failing somewhere in the encoding. */
  private CodeBlock notNull(CodeBlock value) {
    String message = tool.javaName() + " returned null";
    return CodeBlock.of("$T.requireNonNull($L,$W$S)", Objects.class, value, message);
  }
}
