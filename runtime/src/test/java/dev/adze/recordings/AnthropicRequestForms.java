package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings requests of the Messages API into one of the forms that mean the same. */
final class AnthropicRequestForms {
  private final RecordedExchange exchange;
  private final @Nullable NotModelled notModelled;

  AnthropicRequestForms(RecordedExchange exchange, @Nullable NotModelled notModelled) {
    this.exchange = exchange;
    this.notModelled = notModelled;
  }

  ObjectNode comparable(ObjectNode request) {
    if (!marksAsWe(exchange.request())) {
      boolean marked = unmark(request);
      if (marked && notModelled != null) {
        notModelled.add(
            "marks for the prompt cache elsewhere than promptCache puts them", exchange.id());
      }
    }
    plainMarks(request);
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    text(request, "system");
    if (request.path("system").path(0).path("text").asString("").isEmpty()) {
      request.remove("system");
    }
    request.path("messages").values().forEach(message -> message(message.asObject()));
    tools(request);
    return request;
  }

  private void message(ObjectNode message) {
    text(message, "content");
    for (JsonNode node : message.path("content").values()) {
      ObjectNode block = node.asObject();
      switch (block.path("type").asString()) {
        case "tool_result" -> result(block);
        case "document" -> {
          if (block.remove("citations") != null && notModelled != null) {
            notModelled.add("\"citations\" of a document", exchange.id());
          }
        }
        case "text" -> {
          if (block.path("citations").isNull()) {
            block.remove("citations");
          }
        }
        default -> {}
      }
    }
  }

  /** A text alone is a list of one block. */
  private static void text(ObjectNode object, String name) {
    if (object.path(name).isString()) {
      String text = object.path(name).asString();
      object.putArray(name).addObject().put("type", "text").put("text", text);
    }
  }

  private static void result(ObjectNode block) {
    if (!block.path("is_error").asBoolean(false)) {
      block.remove("is_error");
    }
    JsonNode content = block.path("content");
    if (content.size() == 1 && content.path(0).has("text")) {
      block.set("content", content.path(0).path("text"));
    }
    if (block.path("content").isEmpty() && !block.path("content").isString()
        || block.path("content").asString("x").isEmpty()) {
      block.remove("content");
    }
  }

  private void tools(ObjectNode request) {
    if (!request.path("tools").isArray()) {
      return;
    }
    List<JsonNode> tools = new ArrayList<>(request.path("tools").valueStream().toList());
    if (tools.isEmpty()) {
      request.remove("tools");
      return;
    }
    tools.sort(Comparator.comparing(AnthropicOptions::isPlain));
    ArrayNode sorted = JsonMapper.shared().createArrayNode();
    for (JsonNode tool : tools) {
      ObjectNode plain = tool.asObject();
      if (!plain.path("strict").asBoolean(false)) {
        plain.remove("strict");
      }
      if (plain.path("type").asString("").equals("custom")) {
        plain.remove("type");
      }
      if (plain.path("description").asString("").isEmpty()) {
        plain.remove("description");
      }
      sorted.add(plain);
    }
    request.set("tools", sorted);
  }

  /** Whether the request is marked for the cache where we mark it, or not at all. */
  static boolean marksAsWe(JsonNode request) {
    List<JsonNode> expected = new ArrayList<>();
    addLast(expected, request.path("tools"));
    addLast(expected, request.path("system"));
    List<JsonNode> users =
        request
            .path("messages")
            .valueStream()
            .filter(message -> message.path("role").asString().equals("user"))
            .toList();
    users
        .subList(Math.max(0, users.size() - 2), users.size())
        .forEach(user -> addLast(expected, user.path("content")));
    List<JsonNode> marked = request.findParents("cache_control");
    return marked.isEmpty()
        || marked.size() == expected.size() && marked.stream().allMatch(one -> isIn(one, expected));
  }

  private static boolean isIn(JsonNode node, List<JsonNode> nodes) {
    return nodes.stream().anyMatch(one -> one == node);
  }

  private static void addLast(List<JsonNode> list, JsonNode content) {
    if (content.isString()) {
      list.add(content);
    } else if (!content.isEmpty()) {
      list.add(content.path(content.size() - 1));
    }
  }

  private static boolean unmark(ObjectNode request) {
    List<JsonNode> marked = request.findParents("cache_control");
    marked.forEach(one -> one.asObject().remove("cache_control"));
    return !marked.isEmpty();
  }

  /** Five minutes are what is meant without a word. */
  private static void plainMarks(ObjectNode request) {
    for (JsonNode one : request.findParents("cache_control")) {
      if (one.path("cache_control").path("ttl").asString("").equals("5m")) {
        one.path("cache_control").asObject().remove("ttl");
      }
    }
  }
}
