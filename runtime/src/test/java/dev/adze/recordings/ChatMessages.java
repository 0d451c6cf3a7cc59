package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.MediaPart;
import dev.adze.model.Message;
import dev.adze.model.ProviderItem;
import dev.adze.model.ReasoningPart;
import dev.adze.model.SystemMessage;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import dev.adze.model.UserMessage;
import dev.adze.model.UserPart;
import dev.adze.tool.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the messages of a recorded request as the conversation that a run begins with. */
final class ChatMessages {
  private final List<Message> messages = new ArrayList<>();
  private final List<ToolResult> results = new ArrayList<>();
  private final Map<String, ToolCall> calls = new HashMap<>();

  private final String origin;

  private ChatMessages(String origin) {
    this.origin = origin;
  }

  /**
   * @param origin of what only the server understands
   */
  static List<Message> read(JsonNode recorded, String origin) {
    ChatMessages reader = new ChatMessages(origin);
    recorded.values().forEach(reader::message);
    reader.endResults();
    return reader.messages;
  }

  private void message(JsonNode message) {
    String role = message.path("role").asString();
    if (role.equals("tool")) {
      ToolCall call = calls.get(message.path("tool_call_id").asString());
      results.add(new ToolResult(call.id(), call.name(), text(message), false));
      return;
    }
    endResults();
    switch (role) {
      case "system", "developer" -> messages.add(new SystemMessage(text(message)));
      case "user" -> messages.add(user(message));
      case "assistant" -> messages.add(assistant(message));
      default -> throw new IllegalArgumentException("A recorded message has the role " + role);
    }
  }

  private static UserMessage user(JsonNode message) {
    JsonNode content = message.path("content");
    return content.isArray()
        ? new UserMessage(content.valueStream().map(ChatMessages::userPart).toList())
        : UserMessage.of(content.asString());
  }

  private static UserPart userPart(JsonNode part) {
    JsonNode file = part.path("file");
    return switch (part.path("type").asString()) {
      case "image_url" -> new MediaPart(media(url(part, "image_url"), "image/*", ""));
      case "video_url" -> new MediaPart(media(url(part, "video_url"), "video/*", ""));
      case "input_audio" -> {
        JsonNode audio = part.path("input_audio");
        String type = "audio/" + audio.path("format").asString();
        yield new MediaPart(new Media.Inline(type, audio.path("data").asString(), ""));
      }
      case "file" ->
          new MediaPart(
              file.has("file_id")
                  ? new Media.Stored("*/*", file.path("file_id").asString(), "")
                  : media(
                      file.path("file_data").asString(), "*/*", file.path("filename").asString()));
      default -> new TextPart(part.path("text").asString());
    };
  }

  private static String url(JsonNode part, String name) {
    JsonNode content = part.path(name);
    return content.isString() ? content.asString() : content.path("url").asString("");
  }

  private static Media media(String url, String type, String name) {
    if (!url.startsWith("data:")) {
      return new Media.Remote(type, url, name);
    }
    int comma = url.indexOf(',');
    String mediaType = url.substring("data:".length(), url.indexOf(';'));
    return new Media.Inline(mediaType, url.substring(comma + 1), name);
  }

  private AssistantMessage assistant(JsonNode message) {
    List<AssistantPart> parts = new ArrayList<>();
    for (String field : List.of("reasoning_content", "reasoning", "reasoning_details")) {
      if (message.has(field)) {
        ObjectNode item = JsonMapper.shared().createObjectNode();
        item.set(field, message.path(field));
        parts.add(reasoning(message.path(field).asString(""), item));
      }
    }
    JsonNode content = message.path("content");
    if (content.isString()) {
      parts.add(new TextPart(content.asString()));
    }
    for (JsonNode part : content.values()) {
      parts.add(
          part.path("type").asString("").equals("thinking")
              ? reasoning("", part)
              : new TextPart(part.path("text").asString()));
    }
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

  private ReasoningPart reasoning(String text, JsonNode item) {
    return new ReasoningPart(text, Optional.of(new ProviderItem(origin, item.toString())));
  }

  /** The results of one response stand in one message with us, in several on the wire. */
  private void endResults() {
    if (!results.isEmpty()) {
      messages.add(new ToolMessage(results));
      results.clear();
    }
  }

  private static String text(JsonNode message) {
    JsonNode content = message.path("content");
    return content.isArray()
        ? content
            .valueStream()
            .map(part -> part.path("text").asString())
            .collect(Collectors.joining())
        : content.asString("");
  }
}
