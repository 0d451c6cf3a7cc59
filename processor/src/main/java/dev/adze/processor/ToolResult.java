package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.Optional;

/** What a {@code @Tool} method returns. */
sealed interface ToolResult {
  /** The shape of the value that is encoded, if there is one. */
  default Optional<Shape> shape() {
    return Optional.empty();
  }

  /** Nothing. */
  record None() implements ToolResult {}

  /** Text that is passed on as it is. */
  record Text() implements ToolResult {}

  /** A {@code ToolOutput} that the method made itself. */
  record Output() implements ToolResult {}

  /** A value that is encoded as JSON. */
  record Value(Shape value) implements ToolResult {
    @Override
    public Optional<Shape> shape() {
      return Optional.of(value);
    }
  }

  /**
   * A value or nothing, in an {@code Optional} or its like for a primitive.
   *
   * @param content never one of this kind, one that may be null or an awaited one
   */
  record Maybe(TypeName type, ToolResult content) implements ToolResult {
    @Override
    public Optional<Shape> shape() {
      return content.shape();
    }
  }

  /**
   * A value that may be null.
   *
   * @param content text, an output or a value
   */
  record Nullable(ToolResult content) implements ToolResult {
    @Override
    public Optional<Shape> shape() {
      return content.shape();
    }
  }

  /**
   * What a {@code CompletionStage} comes to.
   *
   * @param content never an awaited one
   */
  record Awaited(ToolResult content) implements ToolResult {
    @Override
    public Optional<Shape> shape() {
      return content.shape();
    }
  }
}
