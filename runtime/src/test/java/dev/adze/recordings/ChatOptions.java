package dev.adze.recordings;

import dev.adze.model.ModelOptions;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads how a recorded request wanted to be answered. */
final class ChatOptions {
  private static final Set<String> NO_OPTIONS =
      Set.of("model", "messages", "tools", "stream", "stream_options");

  private ChatOptions() {}

  /** What we have an option for goes there, all else is added as it stands. */
  static ModelOptions read(JsonNode request) {
    ModelOptions.Builder options = ModelOptions.builder();
    ObjectNode extra = JsonMapper.shared().createObjectNode();
    request.properties().stream()
        .filter(member -> !NO_OPTIONS.contains(member.getKey()))
        .forEach(member -> {
          if (!set(options, member.getKey(), member.getValue())) {
            extra.set(member.getKey(), member.getValue());
          }
        });
    return extra.isEmpty() ? options.build() : options.extraJson(extra.toString()).build();
  }

  private static boolean set(ModelOptions.Builder options, String name, JsonNode value) {
    switch (name) {
      case "temperature" -> options.temperature(value.asDouble());
      case "top_p" -> options.topP(value.asDouble());
      case "seed" -> options.seed(value.asLong());
      case "max_completion_tokens" -> options.maxOutputTokens(value.asInt());
      case "parallel_tool_calls" -> options.parallelToolCalls(value.asBoolean());
      case "stop" -> options.stop(texts(value));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).toList()
        : List.of(value.asString());
  }
}
