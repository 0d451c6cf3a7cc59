package dev.adze.recordings;

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

  private static final ModelledMembers TOOL = ModelledMembers.of("a tool", "type", "function");
  private static final ModelledMembers FUNCTION =
      ModelledMembers.of("a function", "name", "description", "parameters", "strict");
  private static final ModelledMembers OUTPUT =
      ModelledMembers.of("an answer's format", "name", "description", "schema", "strict");
  private static final ModelledMembers CALL =
      ModelledMembers.of("a call", "id", "type", "function");
  private static final ModelledMembers MESSAGE =
      ModelledMembers.of(
          "a message",
          "role",
          "content",
          "tool_calls",
          "tool_call_id",
          "reasoning",
          "reasoning_content",
          "reasoning_details");

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
    dropNulls(request);
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    if (!request.path("stream_options").path("include_usage").asBoolean(true)) {
      request.remove("stream_options");
    }
    for (JsonNode tool : request.path("tools").values()) {
      if (tool.path("function") instanceof ObjectNode function) {
        if (isEmpty(function.path("description"))) {
          function.remove("description");
        }
        strict(function);
      }
    }
    if (request.path("stop").isString()) {
      JsonNode stop = request.remove("stop");
      request.putArray("stop").add(stop);
    }
    for (String list : List.of("tools", "stop")) {
      if (request.path(list).isEmpty()) {
        request.remove(list);
      }
    }
    toolChoice(request);
    JsonNode output = request.path("response_format").path("json_schema");
    if (output instanceof ObjectNode format) {
      strict(format);
      if (isEmpty(format.path("description"))) {
        format.remove("description");
      }
    }
    request.path("messages").values().forEach(message -> message(message.asObject()));
    request.path("tools").forEach(ChatRequestForms::sortRequired);
    request.path("response_format").forEach(ChatRequestForms::sortRequired);
    return request;
  }

  private void dropWhatIsNotModelled(ObjectNode recorded) {
    for (JsonNode tool : recorded.path("tools").values()) {
      if (tool.path("function") instanceof ObjectNode function) {
        drop(tool.asObject(), "cache_control", CACHE);
        TOOL.keep(tool.asObject(), this::note);
        FUNCTION.keep(function, this::note);
        if (!function.path("parameters").isObject()) {
          function.set("parameters", tree(WireFormat.NO_PARAMETERS));
          note("a tool without parameters: sent with a schema that has none");
        }
        StrictSchema.settle(function, "parameters", "a tool", this::note);
      }
    }
    if (recorded.path("response_format").path("json_schema") instanceof ObjectNode output) {
      OUTPUT.keep(output, this::note);
      StrictSchema.settle(output, "schema", "the format of an answer", this::note);
    }
    if (ChatFormat.isGroq(exchange)) {
      groq(recorded);
    }
    for (JsonNode node : recorded.path("messages").values()) {
      ObjectNode message = node.asObject();
      drop(message, "annotations", "\"annotations\" of an assistant message: never sent back");
      drop(message, "name", "\"name\" of a message: no server needs it");
      drop(message, "cache_control", CACHE);
      MESSAGE.keep(message, this::note);
      if (message.has("reasoning_details")) {
        drop(
            message, "reasoning", "\"reasoning\" beside \"reasoning_details\", which say the same");
      }
      for (JsonNode part : message.path("content").values()) {
        part(part.asObject());
      }
      for (JsonNode call : message.path("tool_calls").values()) {
        drop(call.asObject(), "cache_control", CACHE);
        CALL.keep(call.asObject(), this::note);
        arguments(call.path("function").asObject());
      }
    }
  }

  /** Some servers read them, and refuse a request where they are not what they have to be. */
  private void arguments(ObjectNode function) {
    String arguments = function.path("arguments").asString("");
    JsonNode tree = tree(arguments);
    if (tree.isNull()) {
      function.put("arguments", "{}");
    } else if (!arguments.isBlank() && !tree.isObject()) {
      note("arguments that are no JSON object: sent in one");
      function.put(
          "arguments",
          JsonMapper.shared().createObjectNode().put("INVALID_JSON", arguments).toString());
    }
  }

  private void part(ObjectNode part) {
    String type = part.path("type").asString("");
    drop(part, "cache_control", CACHE);
    ModelledMembers.of("content of the type \"" + type + "\"", "type", type).keep(part, this::note);
    if (part.path("image_url") instanceof ObjectNode image) {
      drop(image, "detail", "\"detail\" of an image: left to the provider");
    }
  }

  /** Groq has the newer name of the limit, and the older one for the same. */
  private void groq(ObjectNode request) {
    JsonNode limit = request.remove("max_tokens");
    if (limit != null) {
      request.set("max_completion_tokens", limit);
    }
    boolean asked = request.path("stream_options").path("include_usage").asBoolean(false);
    if (request.path("stream").asBoolean(false) && !asked) {
      note("no \"stream_options\": what a stream took is always asked for");
      request.putObject("stream_options").put("include_usage", true);
    }
  }

  /** Without tools there is nothing to choose from; "any" is Mistral's word for "required". */
  private static void toolChoice(ObjectNode request) {
    String choice = request.path("tool_choice").asString("");
    if (choice.equals("any")) {
      request.put("tool_choice", "required");
    } else if (!request.has("tools") && List.of("auto", "none").contains(choice)) {
      request.remove("tool_choice");
    }
  }

  /** What is not strict need not say so. */
  private static void strict(ObjectNode declared) {
    if (!declared.path("strict").asBoolean(false)) {
      declared.remove("strict");
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
