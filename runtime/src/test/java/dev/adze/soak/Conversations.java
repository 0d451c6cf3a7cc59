package dev.adze.soak;

import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What every provider wants of a conversation: that calls and results go together, in order. */
final class Conversations {
  private Conversations() {}

  /** What is wrong with the conversation; empty if nothing is. */
  static String wrong(List<Message> messages) {
    List<String> open = List.of();
    for (Message message : messages) {
      List<String> results =
          message instanceof ToolMessage tool
              ? tool.results().stream().map(ToolResult::callId).toList()
              : List.of();
      if (!results.equals(open)) {
        return "Calls " + open + " are followed by the results " + results;
      }
      open =
          message instanceof AssistantMessage assistant
              ? assistant.toolCalls().stream().map(ToolCall::id).toList()
              : List.of();
    }
    return open.isEmpty() ? "" : "Calls " + open + " have no results";
  }

  /** The same of the messages of a request with the chat completions interface. */
  static String wrongOnTheWire(JsonNode messages) {
    List<String> open = new ArrayList<>();
    for (JsonNode message : messages) {
      if (message.get("role").asString().equals("tool")) {
        String id = message.get("tool_call_id").asString();
        if (open.isEmpty() || !open.remove(0).equals(id)) {
          return "The result of " + id + " is out of place: " + messages;
        }
      } else if (!open.isEmpty()) {
        return "Calls " + open + " have no results: " + messages;
      }
      for (JsonNode call : message.path("tool_calls")) {
        open.add(call.get("id").asString());
      }
    }
    return open.isEmpty() ? "" : "Calls " + open + " have no results: " + messages;
  }
}
