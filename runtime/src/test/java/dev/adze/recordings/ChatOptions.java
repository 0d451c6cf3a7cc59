package dev.adze.recordings;

import dev.adze.model.ModelOptions;
import dev.adze.model.ToolChoice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads how a recorded request wanted to be answered. */
final class ChatOptions {
  private static final Set<String> NO_OPTIONS =
      Set.of("model", "messages", "tools", "stream", "stream_options", "response_format");

  /** Some recordings show how a server refuses one that is none. */
  private static final Set<String> NUMBERS =
      Set.of("temperature", "top_p", "seed", "max_completion_tokens", "max_tokens");

  private ChatOptions() {}

  /** What we have an option for goes there, all else is added as it stands. */
  static ModelOptions read(JsonNode request) {
    ModelOptions.Builder options = ModelOptions.builder();
    ObjectNode extra = JsonMapper.shared().createObjectNode();
    request.properties().stream()
        .filter(member -> !NO_OPTIONS.contains(member.getKey()))
        .forEach(member -> {
          if (!member.getValue().isNull() && !set(options, member.getKey(), member.getValue())) {
            extra.set(member.getKey(), member.getValue());
          }
        });
    extra(request, extra);
    options.strictTools(
        request
            .path("tools")
            .valueStream()
            .anyMatch(tool -> tool.path("function").path("strict").asBoolean(false)));
    return extra.isEmpty() ? options.build() : options.extraJson(extra.toString()).build();
  }

  private static boolean set(ModelOptions.Builder options, String name, JsonNode value) {
    if (NUMBERS.contains(name) && !value.isNumber()) {
      return false;
    }
    switch (name) {
      case "temperature" -> options.temperature(value.asDouble());
      case "top_p" -> options.topP(value.asDouble());
      case "seed" -> options.seed(value.asLong());
      case "max_completion_tokens" -> options.maxOutputTokens(value.asInt());
      case "parallel_tool_calls" -> options.parallelToolCalls(value.asBoolean());
      case "max_tokens" -> options.maxOutputTokens(value.asInt());
      case "reasoning_effort" -> options.reasoningEffort(value.asString());
      case "stop" -> options.stop(texts(value));
      case "tool_choice" -> {
        ToolChoice choice = choice(value);
        if (choice == null) {
          return false;
        }
        options.toolChoice(choice);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Tools that the provider runs, and a format of the answer that is no schema. */
  private static void extra(JsonNode request, ObjectNode extra) {
    List<JsonNode> own =
        request.path("tools").valueStream().filter(tool -> !tool.has("function")).toList();
    if (!own.isEmpty()) {
      extra.putArray("tools").addAll(own);
    }
    JsonNode format = request.path("response_format");
    if (format.isObject() && !format.has("json_schema")) {
      extra.set("response_format", format);
    }
  }

  private static @Nullable ToolChoice choice(JsonNode choice) {
    return switch (choice.asString("")) {
      case "auto" -> ToolChoice.auto();
      case "none" -> ToolChoice.none();
      case "required", "any" -> ToolChoice.required();
      default ->
          choice.path("function").path("name").isString()
              ? ToolChoice.tool(choice.path("function").path("name").asString())
              : null;
    };
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).toList()
        : List.of(value.asString());
  }
}
