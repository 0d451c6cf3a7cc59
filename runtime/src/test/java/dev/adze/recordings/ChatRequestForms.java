package dev.adze.recordings;

import dev.adze.tool.SchemaProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Brings requests of chat completions into one of the forms that mean the same. */
final class ChatRequestForms {
  private static final String CACHE =
      "\"cache_control\": a word of Anthropic's, which a few servers pass on";

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
      if (tool.path("function") instanceof ObjectNode function) {
        if (isEmpty(function.path("description"))) {
          function.remove("description");
        }
        if (!function.path("strict").asBoolean(false)) {
          function.remove("strict");
        }
      }
    }
    if (request.path("stop").isString()) {
      JsonNode stop = request.remove("stop");
      request.putArray("stop").add(stop);
    }
    if (request.path("tools").isEmpty()) {
      request.remove("tools");
    }
    request.path("messages").values().forEach(message -> message(message.asObject()));
    request.path("tools").forEach(ChatRequestForms::sortRequired);
    request.path("response_format").forEach(ChatRequestForms::sortRequired);
    return request;
  }

  private void dropWhatIsNotModelled(ObjectNode recorded) {
    for (JsonNode tool : recorded.path("tools").values()) {
      drop(tool.asObject(), "cache_control", CACHE);
      boolean strict = tool.path("function").path("strict").asBoolean(false);
      if (strict && !ChatFormat.tool(tool).supports(SchemaProfile.OPENAI_STRICT)) {
        drop(
            tool.path("function").asObject(),
            "strict",
            "\"strict\" of a tool whose schema strict mode does not allow");
      }
    }
    for (JsonNode node : recorded.path("messages").values()) {
      ObjectNode message = node.asObject();
      drop(message, "annotations", "\"annotations\" of an assistant message: never sent back");
      drop(message, "name", "\"name\" of a message: no server needs it");
      for (JsonNode part : message.path("content").values()) {
        drop(part.asObject(), "cache_control", CACHE);
        if (part.path("image_url") instanceof ObjectNode image) {
          drop(image, "detail", "\"detail\" of an image: left to the provider");
        }
      }
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
    dropNulls(message);
    message.path("content").values().forEach(part -> dropNulls(part.asObject()));
    JsonNode content = message.path("content");
    if (content.size() == 1 && content.path(0).has("text")) {
      message.set("content", content.path(0).path("text"));
    }
    for (JsonNode part : content.values()) {
      if (part.path("image_url").isString()) {
        JsonNode url = part.path("image_url");
        part.asObject().putObject("image_url").set("url", url);
      }
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

  /** The names of required properties are a set. */
  private static void sortRequired(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("required").isArray()) {
      List<String> names =
          object.path("required").valueStream().map(JsonNode::asString).sorted().toList();
      object.putArray("required").addAll(names.stream().map(StringNode::valueOf).toList());
    }
    schema.values().forEach(ChatRequestForms::sortRequired);
  }

  private static void dropNulls(ObjectNode object) {
    object.removeIf(JsonNode::isNull);
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
