package dev.adze.model;

/**
 * A piece of a response in the making, in terms that no provider owns. New kinds may be added in a
 * later version.
 */
public sealed interface ModelDelta {
  /**
   * More of the answer's text.
   *
   * @param text not empty
   */
  record Text(String text) implements ModelDelta {}

  /**
   * More of what the model thinks.
   *
   * @param text not empty
   */
  record Reasoning(String text) implements ModelDelta {}

  /**
   * More of the words with which the model declines.
   *
   * @param text not empty
   */
  record Refusal(String text) implements ModelDelta {}

  /**
   * The start of a tool call, or more of its arguments.
   *
   * @param callId our id of the call
   * @param name the tool's name, as far as it is known
   * @param arguments the next piece of the arguments' JSON; may be empty
   */
  record ToolCallArguments(String callId, String name, String arguments) implements ModelDelta {}

  /**
   * The provider has begun to run a tool of its own.
   *
   * @param type what the provider calls this kind of tool
   */
  record ProviderTool(String type) implements ModelDelta {}
}
