package dev.adze.processor;

import java.util.List;

/** A parameter of a {@code @Tool} method. */
sealed interface ToolParameter {
  /** One that the model fills. */
  record Argument(Field field) implements ToolParameter {}

  /**
   * The context of the call.
   *
   * @param strays annotations on it that mean nothing here
   */
  record Context(List<Mark> strays) implements ToolParameter {}
}
