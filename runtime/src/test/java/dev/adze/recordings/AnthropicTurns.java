package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of the Messages API as turns: what one side says before another does. */
final class AnthropicTurns {
  private AnthropicTurns() {}

  /**
   * Makes one message of those that follow each other and are of the same side, which is how the
   * provider reads them. Results stand first.
   */
  static void join(ObjectNode request) {
    List<ObjectNode> turns = new ArrayList<>();
    for (JsonNode node : request.path("messages").values()) {
      ObjectNode message = node.asObject();
      int last = turns.size() - 1;
      if (last >= 0 && turns.get(last).path("role").equals(message.path("role"))) {
        turns.get(last).path("content").asArray().addAll(message.path("content").asArray());
      } else {
        turns.add(message);
      }
    }
    request.putArray("messages").addAll(turns);
    sort(request, Comparator.comparing(block -> !isResult(block)));
  }

  /** Puts results in the order of their calls, which means the same as any other. */
  static void orderResults(ObjectNode request) {
    List<String> calls = new ArrayList<>();
    for (JsonNode message : request.path("messages").values()) {
      message.path("content").forEach(block -> calls.add(block.path("id").asString("")));
    }
    sort(
        request,
        Comparator.comparing(block ->
            isResult(block)
                ? calls.indexOf(block.path("tool_use_id").asString(""))
                : Integer.MAX_VALUE));
  }

  private static void sort(ObjectNode request, Comparator<JsonNode> order) {
    for (JsonNode message : request.path("messages").values()) {
      if (message.path("role").asString("").equals("user")) {
        List<JsonNode> blocks = new ArrayList<>(message.path("content").valueStream().toList());
        blocks.sort(order);
        message.asObject().putArray("content").addAll(blocks);
      }
    }
  }

  private static boolean isResult(JsonNode block) {
    return block.path("type").asString("").equals("tool_result");
  }

  /** Takes away from the model's turns what the provider refuses there. */
  static void endTurns(ObjectNode request, Set<String> leftOut) {
    List<JsonNode> messages = request.path("messages").valueStream().toList();
    Set<String> calls = serverCalls(messages, "server_tool_use", "id");
    Set<String> results = serverCalls(messages, "_tool_result", "tool_use_id");
    for (int i = 0; i < messages.size(); i++) {
      if (!messages.get(i).path("role").asString("").equals("assistant")) {
        continue;
      }
      boolean last = i == messages.size() - 1;
      List<JsonNode> blocks =
          new ArrayList<>(messages.get(i).path("content").valueStream().toList());
      boolean unfinished =
          last
              || blocks.stream()
                  .anyMatch(block -> block.path("type").asString("").equals("tool_use"));
      if (blocks.removeIf(block -> isLoneCall(block, results, unfinished))
          | blocks.removeIf(block -> isLoneResult(block, calls))) {
        leftOut.add("a call of the provider's own without result, or a result without call");
      }
      boolean goesOn = !last && messages.get(i + 1).path("role").asString("").equals("assistant");
      while (!goesOn && !blocks.isEmpty() && isThought(blocks.get(blocks.size() - 1))) {
        blocks.remove(blocks.size() - 1);
        leftOut.add("thinking at the end of a turn");
      }
      if (last) {
        stripEnd(blocks, leftOut);
      }
      messages.get(i).asObject().putArray("content").addAll(blocks);
    }
  }

  /** What the model is to go on with cannot end with blanks. */
  private static void stripEnd(List<JsonNode> blocks, Set<String> leftOut) {
    while (!blocks.isEmpty()) {
      JsonNode end = blocks.get(blocks.size() - 1);
      String text = end.path("text").asString("");
      if (!end.path("type").asString("").equals("text")
          || end.has("citations")
          || text.equals(text.stripTrailing())) {
        return;
      }
      leftOut.add("blanks at the end of what the model is to go on with");
      end.asObject().put("text", text.stripTrailing());
      if (!text.isBlank()) {
        return;
      }
      blocks.remove(blocks.size() - 1);
    }
  }

  private static Set<String> serverCalls(List<JsonNode> messages, String type, String id) {
    Set<String> ids = new HashSet<>();
    for (JsonNode message : messages) {
      if (message.path("role").asString("").equals("assistant")) {
        for (JsonNode block : message.path("content").values()) {
          if (block.path("type").asString("").endsWith(type)) {
            ids.add(block.path(id).asString(""));
          }
        }
      }
    }
    return ids;
  }

  private static boolean isLoneCall(JsonNode block, Set<String> results, boolean unfinished) {
    return block.path("type").asString("").equals("server_tool_use")
        && !unfinished
        && !results.contains(block.path("id").asString(""));
  }

  /** A result of MCP may come in a later turn than its call. */
  private static boolean isLoneResult(JsonNode block, Set<String> calls) {
    String type = block.path("type").asString("");
    return type.endsWith("_tool_result")
        && !type.equals("mcp_tool_result")
        && !calls.contains(block.path("tool_use_id").asString(""));
  }

  private static boolean isThought(JsonNode block) {
    return block.path("type").asString("").matches("thinking|redacted_thinking");
  }

  /** Whether the turn that the model goes on with, if there is one, begins with thinking. */
  static boolean takeThinking(ObjectNode request) {
    ObjectNode joined = request.deepCopy();
    join(joined);
    List<JsonNode> turns = joined.path("messages").valueStream().toList();
    for (int i = turns.size() - 1; i >= 0; i--) {
      JsonNode first = turns.get(i).path("content").path(0);
      switch (turns.get(i).path("role").asString("")) {
        case "assistant" -> {
          return isThought(first);
        }
        case "user" -> {
          if (!isResult(first)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return true;
  }
}
