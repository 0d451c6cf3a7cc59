package dev.adze.recordings;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Brings requests of chat completions into one of the forms that mean the same. */
final class ChatRequestForms {
  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;

  ChatRequestForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
  }

  ObjectNode comparable(ObjectNode request) {
    if (notModelled != null) {
      dropWhatIsNotModelled(request);
    }
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    for (JsonNode tool : request.path("tools").values()) {
      if (tool.path("function") instanceof ObjectNode function
          && isEmpty(function.path("description"))) {
        function.remove("description");
      }
    }
    request.path("messages").values().forEach(message -> message(message.asObject()));
    return request;
  }

  private void dropWhatIsNotModelled(ObjectNode recorded) {
    for (JsonNode tool : recorded.path("tools").values()) {
      drop(
          tool.path("function").asObject(),
          "strict",
          "\"strict\" of a tool: chosen by the provider's profile, not by the tool");
    }
    for (JsonNode node : recorded.path("messages").values()) {
      ObjectNode message = node.asObject();
      drop(message, "annotations", "\"annotations\" of an assistant message: never sent back");
      if (message.path("role").asString().equals("tool")) {
        drop(message, "name", "\"name\" of a tool message: the call's id says it");
      }
    }
    if (exchange.streamed() && !recorded.has("stream_options")) {
      recorded.putObject("stream_options").put("include_usage", true);
      note("\"stream_options\": the usage is always asked for");
    }
  }

  private void drop(ObjectNode object, String name, String reason) {
    if (object.remove(name) != null) {
      note(reason);
    }
  }

  private void note(String reason) {
    if (notModelled != null) {
      notModelled.add(reason, exchange.id());
    }
  }

  private static void message(ObjectNode message) {
    if (message.path("role").asString().equals("developer")) {
      message.put("role", "system");
    }
    JsonNode content = message.path("content");
    if (content.size() == 1 && content.path(0).has("text")) {
      message.set("content", content.path(0).path("text"));
    }
    if (message.has("tool_calls")) {
      if (isEmpty(message.path("content"))) {
        message.remove("content");
      }
      for (JsonNode call : message.path("tool_calls").values()) {
        ObjectNode function = call.path("function").asObject();
        function.set("arguments", tree(function.path("arguments").asString()));
      }
    }
  }

  private static boolean isEmpty(JsonNode text) {
    return text.isNull() || text.isString() && text.asString().isEmpty();
  }

  /** The text as a tree; the text itself if it is no JSON. */
  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(text);
    }
  }
}
