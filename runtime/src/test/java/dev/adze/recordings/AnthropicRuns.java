package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Finds why a recorded run of the Messages API cannot be done again by a runner. */
final class AnthropicRuns {
  private AnthropicRuns() {}

  static Optional<String> notReplayable(RecordedRun run) {
    List<RecordedExchange> exchanges = run.exchanges();
    for (int step = 0; step < exchanges.size(); step++) {
      RecordedAnswer answer = run.format().answer(exchanges.get(step));
      if (answer.parts().stream().anyMatch(part -> part.contains(" awaits the client"))) {
        return Optional.of("a run with a block that waits for what is no call");
      }
      if (step > 0) {
        ObjectNode next = AnthropicRequest.of(exchanges.get(step)).body();
        List<JsonNode> said = AnthropicAnswerReader.blocks(exchanges.get(step - 1));
        if (!isSentBack(said, next)) {
          return Optional.of("a run whose program changed what the model said");
        }
        if (hasErrors(next)) {
          return Optional.of("a run with a tool that failed");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the blocks of an answer are the latest that the model said in the next request. */
  private static boolean isSentBack(List<JsonNode> said, ObjectNode next) {
    List<JsonNode> sent = new ArrayList<>();
    for (JsonNode message : next.path("messages").values()) {
      if (message.path("role").asString("").equals("assistant")) {
        sent.clear();
        message.path("content").forEach(sent::add);
      }
    }
    List<JsonNode> before = said.stream().map(AnthropicRuns::plain).toList();
    List<JsonNode> after = sent.stream().map(AnthropicRuns::plain).toList();
    List<JsonNode> shown = before.stream().filter(block -> !isEmptyText(block)).toList();
    return JsonComparison.same(
        JsonMapper.shared().createArrayNode().addAll(shown),
        JsonMapper.shared().createArrayNode().addAll(after));
  }

  private static boolean isEmptyText(JsonNode block) {
    return block.path("type").asString("").equals("text")
        && block.path("text").asString("").isEmpty()
        && !block.has("citations");
  }

  /** Without what says nothing: null, an empty list of citations, a call by the model itself. */
  private static JsonNode plain(JsonNode block) {
    ObjectNode plain = block.deepCopy().asObject();
    for (Map.Entry<String, JsonNode> member : List.copyOf(plain.properties())) {
      JsonNode value = member.getValue();
      boolean noCitations = member.getKey().equals("citations") && value.isEmpty();
      if (value.isNull() || noCitations || value.path("type").asString("").equals("direct")) {
        plain.remove(member.getKey());
      }
    }
    return plain;
  }

  /** Whether a tool failed, be it that the program told so or kept the provider's words for it. */
  private static boolean hasErrors(JsonNode request) {
    for (JsonNode message : request.path("messages").values()) {
      for (JsonNode block : message.path("content").values()) {
        if (block.path("type").asString("").equals("tool_result")
            && block.path("is_error").asBoolean(false)) {
          return true;
        }
      }
    }
    return false;
  }
}
