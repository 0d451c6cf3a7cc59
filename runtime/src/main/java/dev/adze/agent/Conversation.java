package dev.adze.agent;

import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;

/** What a conversation has to be so that every provider accepts it. */
final class Conversation {
  private Conversation() {}

  /**
   * A copy of the messages, in which every message with calls is followed by exactly their results.
   *
   * @throws IllegalArgumentException if they are not so
   */
  static List<Message> checked(List<Message> messages) {
    List<Message> copy = List.copyOf(messages);
    List<String> open = List.of();
    for (int i = 0; i < copy.size(); i++) {
      Message message = copy.get(i);
      if (message instanceof ToolMessage results) {
        requireSame(open, results, i);
        open = List.of();
      } else {
        requireNone(open, i);
        open = calls(message);
      }
    }
    requireNone(open, copy.size());
    return copy;
  }

  private static List<String> calls(Message message) {
    return message instanceof AssistantMessage assistant
        ? assistant.toolCalls().stream().map(ToolCall::id).sorted().toList()
        : List.of();
  }

  private static void requireSame(List<String> calls, ToolMessage message, int at) {
    List<String> results = message.results().stream().map(ToolResult::callId).sorted().toList();
    if (!results.equals(calls)) {
      throw new IllegalArgumentException(
          "A message of tool results answers exactly the calls of the message before it. Message "
              + at
              + " answers "
              + results
              + ", and the calls are "
              + calls
              + ".");
    }
  }

  private static void requireNone(List<String> calls, int at) {
    if (!calls.isEmpty()) {
      throw new IllegalArgumentException(
          "Every tool call needs a result in the message behind it. Message "
              + (at - 1)
              + " has the calls "
              + calls
              + ", and no result follows. Add a ToolMessage with a result for each, or leave the"
              + " message out.");
    }
  }
}
