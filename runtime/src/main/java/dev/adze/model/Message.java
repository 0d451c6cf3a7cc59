package dev.adze.model;

/**
 * One message of a conversation. New kinds may be added in a later version, so a {@code switch}
 * over them needs a default.
 */
public sealed interface Message
    permits SystemMessage, UserMessage, AssistantMessage, ToolMessage, McpApprovalMessage {
  /** An instruction to the model. */
  static SystemMessage system(String text) {
    return new SystemMessage(text);
  }

  /** What a user says. */
  static UserMessage user(String text) {
    return UserMessage.of(text);
  }

  /** What the model said. */
  static AssistantMessage assistant(String text) {
    return AssistantMessage.of(text);
  }
}
