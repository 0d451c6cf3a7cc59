package dev.adze.recordings;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds in a recorded request of the Messages API why it cannot be said in our types at all. */
final class AnthropicShapes {
  private AnthropicShapes() {}

  /** What keeps the request from being read; empty if nothing does. */
  static String unreadable(JsonNode request) {
    if (!request.path("model").isString() || request.path("model").asString().isBlank()) {
      return "a request without a model";
    }
    if (!request.path("max_tokens").isIntegralNumber()
        || !request.path("max_tokens").canConvertToInt()
        || request.path("max_tokens").asInt() <= 0) {
      return "a request that wants no token";
    }
    if (request.hasNonNull("tools") && !isListOfObjects(request.path("tools"))) {
      return "tools that are no list of objects";
    }
    if (request.hasNonNull("system") && !isContent(request.path("system"))) {
      return "instructions that are neither text nor a list of objects";
    }
    if (!isListOfObjects(request.path("messages"))) {
      return "messages that are no list of objects";
    }
    for (JsonNode message : request.path("messages").values()) {
      String role = message.path("role").asString("");
      if (!role.matches("user|assistant|system")) {
        return "a message of the role \"" + role + "\"";
      }
      if (!isContent(message.path("content"))) {
        return "a message whose content is neither text nor a list of objects";
      }
    }
    return calls(request);
  }

  private static String calls(JsonNode request) {
    for (JsonNode message : request.path("messages").values()) {
      for (JsonNode block : message.path("content").values()) {
        boolean called = block.path("type").asString("").equals("tool_use");
        boolean asked = message.path("role").asString("").equals("assistant");
        if (called
            && asked
            && (!block.path("id").isString()
                || block.path("name").asString("").isBlank()
                || !block.path("input").isObject())) {
          return "a call without id, name or an object of arguments";
        }
      }
    }
    return "";
  }

  /**
   * What makes a conversation one that is never written; empty if nothing does. The provider
   * refuses it too, but programs that record hide what identifies a call.
   */
  static String broken(JsonNode request) {
    Set<String> known = new HashSet<>();
    Set<String> open = new HashSet<>();
    String before = "";
    for (JsonNode message : request.path("messages").values()) {
      String role = message.path("role").asString("");
      if (role.equals("assistant") && !open.isEmpty()) {
        return "a call whose result is not in the conversation";
      }
      if (before.equals("system") && !role.equals("assistant")
          || before.isEmpty() && role.equals("system")) {
        return "instructions in the middle of a conversation where no model takes them";
      }
      for (JsonNode block : message.path("content").values()) {
        String type = block.path("type").asString("");
        if (type.equals("tool_use")) {
          String id = block.path("id").asString("");
          if (!id.matches("[a-zA-Z0-9_-]+") || !known.add(id)) {
            return "calls whose ids are the same, or hidden";
          }
          open.add(id);
        } else if (type.equals("tool_result")
            && !open.remove(block.path("tool_use_id").asString(""))) {
          return "a tool's result whose call is not in the conversation";
        }
      }
      before = role;
    }
    return open.isEmpty() ? "" : "a call whose result is not in the conversation";
  }

  private static boolean isContent(JsonNode content) {
    return content.isString() || isListOfObjects(content);
  }

  private static boolean isListOfObjects(JsonNode list) {
    return list.isArray() && list.valueStream().allMatch(JsonNode::isObject);
  }
}
