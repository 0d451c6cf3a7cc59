package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings requests of the Messages API into one of the forms that mean the same. */
final class AnthropicRequestForms {
  /** The names of the tools that are declared in words that every provider knows. */
  private final Set<String> plainTools;

  AnthropicRequestForms(AnthropicRequest recorded) {
    this.plainTools =
        AnthropicTools.plain(recorded.body()).stream()
            .map(tool -> tool.path("name").asString(""))
            .collect(Collectors.toSet());
  }

  /**
   * The request in that form.
   *
   * @param request sent, or recorded and without what is not modelled
   */
  ObjectNode comparable(ObjectNode request) {
    if (!request.path("stream").asBoolean(false)) {
      request.remove("stream");
    }
    if (request.path("stop_sequences").isArray() && request.path("stop_sequences").isEmpty()) {
      request.remove("stop_sequences");
    }
    if (request.path("system").isEmpty()) {
      request.remove("system");
    }
    AnthropicMarks.plain(request);
    for (JsonNode message : request.path("messages").values()) {
      for (JsonNode block : message.path("content").values()) {
        if (block.path("type").asString("").equals("tool_result")) {
          result(block.asObject());
        }
      }
    }
    AnthropicTurns.join(request);
    AnthropicTurns.orderResults(request);
    tools(request);
    toolChoice(request);
    return request;
  }

  private static void result(ObjectNode block) {
    if (!block.path("is_error").asBoolean(false)) {
      block.remove("is_error");
    }
    JsonNode content = block.path("content");
    if (content.size() == 1 && content.path(0).has("text")) {
      block.set("content", content.path(0).path("text"));
    }
    if (block.path("content").isArray() && block.path("content").isEmpty()
        || block.path("content").asString("x").isEmpty()) {
      block.remove("content");
    }
  }

  private void tools(ObjectNode request) {
    if (!request.path("tools").isArray()) {
      return;
    }
    List<JsonNode> tools = new ArrayList<>(request.path("tools").valueStream().toList());
    tools.sort(Comparator.comparing(tool -> plainTools.contains(tool.path("name").asString(""))));
    for (JsonNode tool : tools) {
      ObjectNode plain = tool.asObject();
      if (!plain.path("strict").asBoolean(false)) {
        plain.remove("strict");
      }
      if (plain.path("type").asString("").equals("custom")) {
        plain.remove("type");
      }
      if (plain.path("description").asString("x").isEmpty()) {
        plain.remove("description");
      }
    }
    request.putArray("tools").addAll(tools);
  }

  /** Several calls in one response are what is meant without a word, and are none without tools. */
  private static void toolChoice(ObjectNode request) {
    JsonNode choice = request.path("tool_choice");
    boolean none = choice.path("type").asString("").equals("none");
    if (choice.isObject() && (none || !choice.path("disable_parallel_tool_use").asBoolean(false))) {
      choice.asObject().remove("disable_parallel_tool_use");
    }
  }
}
