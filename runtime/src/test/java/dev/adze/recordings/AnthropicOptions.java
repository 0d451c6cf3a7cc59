package dev.adze.recordings;

import dev.adze.model.ModelOptions;
import dev.adze.model.ToolChoice;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads how a recorded request of the Messages API wanted to be answered. */
final class AnthropicOptions {
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
    List<JsonNode> given = AnthropicTools.given(request);
    if (!given.isEmpty()) {
      extra.putArray("tools").addAll(given);
    }
    options.strictTools(AnthropicTools.plain(request).stream().anyMatch(AnthropicTools::isStrict));
    return extra.isEmpty() ? options.build() : options.extraJson(extra.toString()).build();
  }

  private static boolean set(ModelOptions.Builder options, String name, JsonNode value) {
    return switch (name) {
      case "temperature" -> {
        if (value.isNumber()) {
          options.temperature(value.asDouble());
        }
        yield value.isNumber();
      }
      case "top_p" -> {
        if (value.isNumber()) {
          options.topP(value.asDouble());
        }
        yield value.isNumber();
      }
      case "max_tokens" -> {
        options.maxOutputTokens(value.asInt());
        yield true;
      }
      case "stop_sequences" -> stop(options, value);
      case "tool_choice" -> toolChoice(options, value);
      case "thinking" -> isOurThinking(value);
      case "output_config" -> effort(options, value);
      default -> false;
    };
  }

  private static boolean stop(ModelOptions.Builder options, JsonNode texts) {
    boolean said = texts.isArray() && texts.valueStream().allMatch(JsonNode::isString);
    if (said) {
      options.stop(texts.valueStream().map(JsonNode::asString).toList());
    }
    return said;
  }

  private static boolean effort(ModelOptions.Builder options, JsonNode config) {
    boolean said = config.size() == 1 && config.path("effort").isString();
    if (said) {
      options.reasoningEffort(config.path("effort").asString());
    }
    return said;
  }

  private static boolean toolChoice(ModelOptions.Builder options, JsonNode choice) {
    boolean tool = choice.path("type").asString("").equals("tool");
    boolean single = choice.has("disable_parallel_tool_use");
    int members = 1 + (tool ? 1 : 0) + (single ? 1 : 0);
    if (!choice.path("type").asString("").matches("auto|any|none|tool")
        || choice.size() != members
        || tool && !choice.path("name").isString()) {
      return false;
    }
    options.toolChoice(
        switch (choice.path("type").asString()) {
          case "any" -> ToolChoice.required();
          case "none" -> ToolChoice.none();
          case "tool" -> ToolChoice.tool(choice.path("name").asString());
          default -> ToolChoice.auto();
        });
    if (single) {
      options.parallelToolCalls(!choice.path("disable_parallel_tool_use").asBoolean(false));
    }
    return true;
  }

  /** Whether the client has options for how the model is to think. */
  static boolean isOurThinking(JsonNode thinking) {
    boolean shown = thinking.has("display");
    if (shown && thinking.path("display").asString("").isBlank()) {
      return false;
    }
    return switch (thinking.path("type").asString("")) {
      case "adaptive" -> thinking.size() == (shown ? 2 : 1);
      case "enabled" ->
          thinking.size() == (shown ? 3 : 2)
              && thinking.path("budget_tokens").isInt()
              && thinking.path("budget_tokens").asInt() > 0;
      default -> false;
    };
  }
}
