package dev.adze.recordings;

import dev.adze.model.ModelOptions;
import dev.adze.model.ToolChoice;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads how a recorded request of the Messages API wanted to be answered. */
final class AnthropicOptions {
  private static final Set<String> PLAIN =
      Set.of("type", "name", "description", "input_schema", "strict", "cache_control");
  private static final Set<String> NO_OPTIONS =
      Set.of("model", "messages", "system", "stream", "tools");

  private AnthropicOptions() {}

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
    List<JsonNode> servers =
        request.path("tools").valueStream().filter(tool -> !isPlain(tool)).toList();
    if (!servers.isEmpty()) {
      extra.putArray("tools").addAll(servers);
    }
    options.strictTools(
        request.path("tools").valueStream().anyMatch(tool -> tool.path("strict").asBoolean(false)));
    return extra.isEmpty() ? options.build() : options.extraJson(extra.toString()).build();
  }

  private static boolean set(ModelOptions.Builder options, String name, JsonNode value) {
    switch (name) {
      case "temperature" -> options.temperature(value.asDouble());
      case "top_p" -> options.topP(value.asDouble());
      case "max_tokens" -> options.maxOutputTokens(value.asInt());
      case "stop_sequences" -> options.stop(value.valueStream().map(JsonNode::asString).toList());
      case "tool_choice" -> {
        options.toolChoice(choice(value));
        if (value.has("disable_parallel_tool_use")) {
          options.parallelToolCalls(!value.path("disable_parallel_tool_use").asBoolean());
        }
      }
      case "thinking" -> {
        return value.path("type").asString().matches("enabled|adaptive");
      }
      case "output_config" -> {
        if (value.has("format") || !value.has("effort")) {
          return false;
        }
        options.reasoningEffort(value.path("effort").asString());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static ToolChoice choice(JsonNode value) {
    return switch (value.path("type").asString()) {
      case "any" -> ToolChoice.required();
      case "none" -> ToolChoice.none();
      case "tool" -> ToolChoice.tool(value.path("name").asString());
      default -> ToolChoice.auto();
    };
  }

  /** Whether a tool is declared in words that every provider knows. */
  static boolean isPlain(JsonNode tool) {
    return tool.path("type").asString("custom").equals("custom")
        && PLAIN.containsAll(tool.propertyNames());
  }

  /** The tools that the program ran that made the request. */
  static List<ToolSpec> tools(JsonNode request) {
    return request
        .path("tools")
        .valueStream()
        .filter(tool ->
            tool.has("input_schema") || tool.path("type").asString("").startsWith("memory_"))
        .map(AnthropicOptions::tool)
        .toList();
  }

  private static ToolSpec tool(JsonNode tool) {
    ToolSpec.Builder spec =
        ToolSpec.builder(tool.path("name").asString(), schema(tool))
            .description(tool.path("description").asString(""));
    if (tool.path("strict").asBoolean(false)) {
      spec.strictProfiles(SchemaProfile.ANTHROPIC_STRICT);
    }
    return spec.build();
  }

  private static String schema(JsonNode tool) {
    return tool.has("input_schema") ? tool.path("input_schema").toString() : "{}";
  }
}
