package dev.adze.processor;

/** What a {@code @Tool} method returns. */
sealed interface ToolResult {
  /** Nothing. */
  record None() implements ToolResult {}

  /** Text that is passed on as it is. */
  record Text() implements ToolResult {}

  /** A {@code ToolOutput} that the method made itself. */
  record Output() implements ToolResult {}

  /** A value that is encoded as JSON. */
  record Value(Shape shape) implements ToolResult {}
}
