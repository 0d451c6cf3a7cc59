package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.Message;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the messages of a recorded request as the conversation that a run begins with. */
final class ChatMessages {
  private final List<Message> messages = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();
  private final Map<String, ToolCall> calls = new HashMap<>();

  private ChatMessages() {}

  static List<Message> read(JsonNode recorded) {
    ChatMessages reader = new ChatMessages();
    recorded.values().forEach(reader::message);
    reader.endResults();
    return reader.messages;
  }

  private void message(JsonNode message) {
    String role = message.path("role").asString();
    if (role.equals("tool")) {
      ToolCall call = calls.get(message.path("tool_call_id").asString());
      results.add(new ToolResult(call.id(), call.name(), texts(message).get(0).text(), false));
      return;
    }
    endResults();
    switch (role) {
      case "system", "developer" -> messages.add(new SystemMessage(texts(message).get(0).text()));
      case "user" -> messages.add(new UserMessage(List.<UserPart>copyOf(texts(message))));
      case "assistant" -> messages.add(assistant(message));
      default -> throw new IllegalArgumentException("A recorded message has the role " + role);
    }
  }

  private AssistantMessage assistant(JsonNode message) {
    List<AssistantPart> parts = new ArrayList<>(texts(message));
    for (JsonNode recorded : message.path("tool_calls").values()) {
      ToolCall call =
          new ToolCall(
              "past_" + calls.size(),
              recorded.path("id").asString(),
              recorded.path("function").path("name").asString(),
              recorded.path("function").path("arguments").asString());
      calls.put(call.providerId(), call);
      parts.add(call);
    }
    return new AssistantMessage(parts);
  }

  /** The results of one response stand in one message with us, in several on the wire. */
  private void endResults() {
    if (!results.isEmpty()) {
      messages.add(new ToolMessage(results));
      results.clear();
    }
  }

  private static List<TextPart> texts(JsonNode message) {
    JsonNode content = message.path("content");
    if (content.isString()) {
      return List.of(new TextPart(content.asString()));
    }
    return content.valueStream().map(part -> new TextPart(part.path("text").asString())).toList();
  }
}
