package dev.adze.model;

import java.util.Objects;

/** Whether the model may, must or must not call tools. */
public sealed interface ToolChoice {
  /** {@return the model decides} */
  static ToolChoice auto() {
    return new Auto();
  }

  /** {@return the model calls no tool} */
  static ToolChoice none() {
    return new None();
  }

  /** {@return the model calls at least one tool} */
  static ToolChoice required() {
    return new Required();
  }

  /**
   * {@return the model calls this tool}
   *
   * @param name the name of the tool, which the request has
   */
  static ToolChoice tool(String name) {
    return new Tool(name);
  }

  /** The model decides. */
  record Auto() implements ToolChoice {}

  /** The model calls no tool. */
  record None() implements ToolChoice {}

  /** The model calls at least one tool. */
  record Required() implements ToolChoice {}

  /**
   * The model calls one tool.
   *
   * @param name the tool's name
   */
  record Tool(String name) implements ToolChoice {
    /** Refuses null. */
    public Tool {
      Objects.requireNonNull(name, "name");
    }
  }
}
