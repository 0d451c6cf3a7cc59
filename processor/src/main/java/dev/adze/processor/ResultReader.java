package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads what a {@code @Tool} method returns. */
final class ResultReader {
  private static final ClassName STAGE = ClassName.get(CompletionStage.class);
  private static final ClassName FUTURE = ClassName.get(CompletableFuture.class);

  private static final ClassName OPTIONAL = ClassName.get(Optional.class);
  private static final ClassName VOID = ClassName.get(Void.class);

  private final ShapeReader shapes;

  ResultReader(ShapeReader shapes) {
    this.shapes = shapes;
  }

  /** A method and a type in its result: as the owner has it, and as the method declares it. */
  private record Returned(ExecutableElement method, TypeMirror type, TypeMirror declared, At at) {
    /** What a generic type around the result has as its argument, if it is that one. */
    Optional<Returned> inside(ClassName generic) {
      Optional<TypeMirror> inner = argument(type, generic);
      return inner.map(argument ->
          new Returned(method, argument, argument(declared, generic).orElse(argument), at));
    }
  }

  /**
   * Reads a result.
   *
   * @param type its type in the owner, which may have bound what it is declared as
   * @param at where to report its faults
   */
  ToolResult read(ExecutableElement method, TypeMirror type, At at) {
    Returned result = new Returned(method, type, method.getReturnType(), at);
    Optional<Returned> awaited = result.inside(STAGE).or(() -> result.inside(FUTURE));
    if (awaited.isPresent()) {
      return new ToolResult.Awaited(
          isA(awaited.get().type(), VOID) ? new ToolResult.None() : content(awaited.get(), false));
    }
    return type.getKind() == TypeKind.VOID || isA(type, VOID)
        ? new ToolResult.None()
        : content(result, Nullness.isNullable(List.of(method)));
  }

  private ToolResult content(Returned result, boolean nullable) {
    Optional<Returned> optional = result.inside(OPTIONAL);
    if (optional.isPresent()) {
      return new ToolResult.Maybe(TypeName.get(result.type()), value(optional.get()));
    }
    @Nullable TypeName held = OptionalTypes.primitive(result.type());
    if (held != null) {
      ToolResult number = new ToolResult.Value(ShapeReader.number(held));
      return new ToolResult.Maybe(TypeName.get(result.type()), number);
    }
    ToolResult value = value(result);
    return nullable || isNullable(result) ? orNull(value) : value;
  }

  private boolean isNullable(Returned result) {
    return Stream.of(result.type(), result.declared())
        .anyMatch(type -> shapes.isNullable(type, result.method()));
  }

  private static ToolResult orNull(ToolResult result) {
    return result instanceof ToolResult.Value value && value.value().type().isPrimitive()
        ? new ToolResult.Value(ShapeFaults.primitive(value.value().type()))
        : new ToolResult.Nullable(result);
  }

  private ToolResult value(Returned result) {
    if (isA(result.type(), RuntimeTypes.TOOL_OUTPUT)) {
      return new ToolResult.Output();
    }
    if (isA(result.type(), Shape.StringShape.STRING)) {
      return new ToolResult.Text();
    }
    return new ToolResult.Value(shapes.read(result.type(), result.method(), result.at()));
  }

  /** The type argument of a generic type; what it extends if it is a wildcard that does. */
  private static Optional<TypeMirror> argument(TypeMirror type, ClassName generic) {
    if (!isA(type, generic) || ((DeclaredType) type).getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    TypeMirror argument = ((DeclaredType) type).getTypeArguments().get(0);
    return argument instanceof WildcardType wildcard
        ? Optional.ofNullable(wildcard.getExtendsBound())
        : Optional.of(argument);
  }

  static boolean isA(TypeMirror type, ClassName name) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(name.canonicalName());
  }
}
