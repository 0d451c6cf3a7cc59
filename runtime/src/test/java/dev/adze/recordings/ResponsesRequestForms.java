package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings requests of the Responses API into one of the forms that mean the same. */
final class ResponsesRequestForms {
  /** What every request asks for. */
  static final String USUAL_INCLUDE = "[\"reasoning.encrypted_content\"]";

  private static final Set<String> WITHOUT_ID = Set.of("message", "reasoning", "function_call");

  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;

  ResponsesRequestForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
  }

  private void note(String reason) {
    if (notModelled != null) {
      notModelled.add(reason, exchange.id());
    }
  }

  JsonNode comparable(ObjectNode request) {
    JsonNode recorded = exchange.request();
    request.removeIf(JsonNode::isNull);
    if (request.path("text").path("format") instanceof ObjectNode format
        && !format.path("strict").asBoolean(false)) {
      format.remove("strict");
    }
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    if (!recorded.has("store")) {
      request.remove("store");
      note("no \"store\": a conversation is not stored unless extra JSON asks for it");
    }
    if (!recorded.has("include")) {
      request.remove("include");
      note("no \"include\": encrypted reasoning is always asked for");
    }
    if (!request.has("tools") && request.remove("tool_choice") != null) {
      note("\"tool_choice\" without tools");
    }
    if (request.path("tools").isEmpty()) {
      request.remove("tools");
    }
    tools(request);
    input(request);
    sortRequired(request.path("tools"));
    sortRequired(request.path("text"));
    return request;
  }

  private void tools(ObjectNode request) {
    List<JsonNode> tools = new ArrayList<>();
    for (JsonNode node : request.path("tools").values()) {
      ObjectNode tool = node.asObject();
      if (tool.path("type").asString().equals("function")) {
        function(tool);
      }
      tools.add(tool);
    }
    if (!tools.isEmpty()) {
      // The provider's own tools come after ours, wherever they were.
      tools.sort(Comparator.comparing(tool -> tool.path("type") + "" + tool.path("name")));
      request.putArray("tools").addAll(tools);
    }
  }

  /** The order of the names of required properties has no meaning. */
  private static void sortRequired(JsonNode schema) {
    if (schema.path("required") instanceof ArrayNode required) {
      List<JsonNode> names = new ArrayList<>(required.values());
      names.sort(Comparator.comparing(JsonNode::toString));
      required.removeAll().addAll(names);
    }
    schema.values().forEach(ResponsesRequestForms::sortRequired);
  }

  private void function(ObjectNode tool) {
    if (tool.remove("defer_loading") != null) {
      note("\"defer_loading\" of a tool: we give all tools at once");
    }
    if (tool.path("description").asString("").isEmpty()) {
      tool.remove("description");
    }
    if (!tool.path("strict").asBoolean(false)) {
      tool.remove("strict");
    }
  }

  private void input(ObjectNode request) {
    if (request.path("input").isString()) {
      String text = request.path("input").asString();
      request.putArray("input").addObject().put("role", "user").put("content", text);
    }
    ArrayNode input = request.path("input").asArray();
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode node : input.values()) {
      ObjectNode item = node.asObject();
      if (!isForgotten(item)) {
        items.add(item(item));
      }
    }
    JsonNode first = items.isEmpty() ? input : items.get(0);
    if (!request.has("instructions")
        && first.path("role").asString("").equals("developer")
        && first.path("content").isString()) {
      request.set("instructions", items.remove(0).path("content"));
      note("a first message of the role \"developer\": sent as \"instructions\"");
    }
    request.putArray("input").addAll(items);
  }

  /** Whether an item says nothing, to this provider at least. */
  private boolean isForgotten(JsonNode item) {
    boolean forgotten =
        item.path("type").asString("").equals("reasoning")
            && !item.path("encrypted_content").isString()
            && item.path("content").isEmpty();
    if (forgotten) {
      note("reasoning by its id alone: sent only if the provider stores it");
    }
    return forgotten
        || (item.path("role").asString("").equals("assistant")
            && item.path("content").asString("-").isEmpty());
  }

  /** An item in one of the forms that mean the same. */
  ObjectNode item(ObjectNode item) {
    String type = item.path("type").asString("message");
    if (WITHOUT_ID.contains(type) && item.remove("id") != null) {
      note("an item's \"id\": sent only if the provider stores it");
    }
    if (type.equals("function_call")) {
      if (item.remove("status") != null) {
        note("\"status\" of a call");
      }
      item.set("arguments", tree(item.path("arguments").asString()));
    } else if (type.equals("reasoning")) {
      item.remove("status");
    } else if (type.equals("message")) {
      message(item);
    } else if (type.equals("function_call_output")) {
      item.path("output").values().forEach(part -> plainImage(part.asObject()));
    }
    removeEmpty(item);
    return item;
  }

  private static void removeEmpty(JsonNode node) {
    node.values().forEach(ResponsesRequestForms::removeEmpty);
    if (node instanceof ObjectNode object) {
      object.removeIf(value -> value.isNull() || (value.isArray() && value.isEmpty()));
    }
  }

  private void message(ObjectNode item) {
    String role = item.path("role").asString();
    if (isPlainMessage(item)) {
      item.remove("type");
      item.remove("status");
      if (item.path("content").size() == 1) {
        item.set("content", item.path("content").path(0).path("text"));
      }
    } else if (!role.equals("assistant")) {
      item.remove("type");
    }
    if (role.equals("system")) {
      item.put("role", "developer");
    }
    item.path("content").values().forEach(part -> plainImage(part.asObject()));
  }

  private void plainImage(ObjectNode part) {
    JsonNode detail = part.remove("detail");
    if (detail != null && !detail.asString("").equals("auto")) {
      note("\"detail\" of an image: the provider chooses");
    }
  }

  /** Whether a message is no more than a role and a text. */
  static boolean isPlainMessage(JsonNode item) {
    for (String name : item.propertyNames()) {
      if (!Set.of("type", "role", "id", "status", "content").contains(name)) {
        return false;
      }
    }
    JsonNode content = item.path("content");
    if (content.isString()) {
      return true;
    }
    return content.size() == 1
        && content
            .path(0)
            .propertyStream()
            .allMatch(member -> isPlain(member.getKey(), member.getValue()));
  }

  private static boolean isPlain(String name, JsonNode value) {
    return name.equals("text")
        || (name.equals("type") && value.asString().endsWith("put_text"))
        || (value.isEmpty() && !value.isValueNode())
        || value.isNull();
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
