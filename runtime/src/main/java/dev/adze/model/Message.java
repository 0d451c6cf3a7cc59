package dev.adze.model;

/**
 * One message of a conversation. New kinds may be added in a later version, so a {@code switch}
 * over them needs a default.
 */
public sealed interface Message
    permits SystemMessage, UserMessage, AssistantMessage, ToolMessage, McpApprovalMessage {
  /**
   * {@return an instruction to the model}
   *
   * @param text what the model is told
   */
  static SystemMessage system(String text) {
    return new SystemMessage(text);
  }

  /**
   * {@return what a user says}
   *
   * @param text what the user says
   */
  static UserMessage user(String text) {
    return UserMessage.of(text);
  }

  /**
   * {@return what the model said}
   *
   * @param text what the model said
   */
  static AssistantMessage assistant(String text) {
    return AssistantMessage.of(text);
  }
}
