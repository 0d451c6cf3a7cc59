package dev.adze.recordings;

import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import dev.adze.model.ModelOptions;
import dev.adze.model.ToolChoice;
import dev.adze.tool.OutputType;
import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads how a recorded request of the Responses API wanted to be answered. */
final class ResponsesOptions {
  private static final Set<String> NO_OPTIONS =
      Set.of("model", "input", "instructions", "stream", "tools");

  private ResponsesOptions() {}

  /** The functions that the model may call. */
  static List<ToolSpec> tools(JsonNode request) {
    return request
        .path("tools")
        .valueStream()
        .filter(ResponsesOptions::isFunction)
        .map(ResponsesOptions::tool)
        .toList();
  }

  private static boolean isFunction(JsonNode tool) {
    return tool.path("type").asString().equals("function");
  }

  private static ToolSpec tool(JsonNode tool) {
    ToolSpec.Builder spec =
        ToolSpec.builder(tool.path("name").asString(), tool.path("parameters").toString())
            .description(tool.path("description").asString(""));
    if (tool.path("strict").asBoolean(false)) {
      spec.strictProfiles(SchemaProfile.OPENAI_STRICT);
    }
    return spec.build();
  }

  /** The type of the answer; null for text. */
  static @Nullable OutputType<?> output(JsonNode request) {
    JsonNode format = request.path("text").path("format");
    if (!format.path("type").asString("").equals("json_schema")) {
      return null;
    }
    SchemaProfile[] profiles =
        format.path("strict").asBoolean(false)
            ? new SchemaProfile[] {SchemaProfile.OPENAI_STRICT}
            : new SchemaProfile[0];
    return OutputType.of(
        format.path("name").asString(),
        format.path("description").asString(""),
        format.path("schema").toString(),
        JsonReader::readAny,
        JsonWriter::any,
        profiles);
  }

  /** What we have an option for goes there, all else is added as it stands. */
  static ModelOptions read(JsonNode request) {
    ModelOptions.Builder options = ModelOptions.builder();
    ObjectNode extra = JsonMapper.shared().createObjectNode();
    request.properties().stream()
        .filter(member -> !NO_OPTIONS.contains(member.getKey()))
        .forEach(member -> {
          if (!option(options, extra, member.getKey(), member.getValue())) {
            extra.set(member.getKey(), member.getValue());
          }
        });
    if (request.path("include").toString().equals(ResponsesRequestForms.USUAL_INCLUDE)
        && !isUnasked(request)) {
      extra.remove("include");
    }
    ArrayNode more = JsonMapper.shared().createArrayNode();
    request.path("tools").valueStream().filter(tool -> !isFunction(tool)).forEach(more::add);
    if (!more.isEmpty()) {
      extra.set("tools", more);
    }
    return extra.isEmpty() ? options.build() : options.extraJson(extra.toString()).build();
  }

  /** Whether a request of ours does not ask for reasoning of its own accord. */
  private static boolean isUnasked(JsonNode request) {
    return request.path("store").asBoolean(false)
        || request.path("model").asString("").matches("gpt-[34].*");
  }

  private static boolean option(
      ModelOptions.Builder options, ObjectNode extra, String name, JsonNode value) {
    if (value.isNull()) {
      return false;
    }
    switch (name) {
      case "temperature" -> options.temperature(value.asDouble());
      case "top_p" -> options.topP(value.asDouble());
      case "max_output_tokens" -> options.maxOutputTokens(value.asInt());
      case "parallel_tool_calls" -> options.parallelToolCalls(value.asBoolean());
      case "tool_choice" -> {
        if (value.isObject() && !isFunction(value)) {
          return false;
        }
        options.toolChoice(toolChoice(value));
      }
      case "reasoning" -> {
        if (!value.path("effort").isString()) {
          return false;
        }
        options.reasoningEffort(value.path("effort").asString());
        rest(extra, name, value, "effort");
      }
      case "text" -> {
        boolean schema = value.path("format").path("type").asString("").equals("json_schema");
        rest(extra, name, value, schema ? "format" : "");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void rest(ObjectNode extra, String name, JsonNode value, String modelled) {
    ObjectNode rest = value.deepCopy().asObject();
    rest.remove(modelled);
    if (!rest.isEmpty()) {
      extra.set(name, rest);
    }
  }

  private static ToolChoice toolChoice(JsonNode value) {
    if (value.isObject()) {
      return ToolChoice.tool(value.path("name").asString());
    }
    return switch (value.asString()) {
      case "none" -> ToolChoice.none();
      case "required" -> ToolChoice.required();
      default -> ToolChoice.auto();
    };
  }
}
