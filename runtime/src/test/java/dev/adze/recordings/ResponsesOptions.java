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

  /** Whether a tool is a function that is said as this API says it. */
  static boolean isFunction(JsonNode tool) {
    return tool.path("type").asString("").equals("function") && tool.path("name").isString();
  }

  /** Whether the format of an answer is a schema, as this API says it. */
  static boolean isSchema(JsonNode format) {
    return format.path("type").asString("").equals("json_schema")
        && format.path("name").isString()
        && format.path("schema").isObject();
  }

  private static ToolSpec tool(JsonNode tool) {
    JsonNode given = tool.path("parameters");
    String parameters = given.isObject() ? given.toString() : WireFormat.NO_PARAMETERS;
    ToolSpec.Builder spec =
        ToolSpec.builder(tool.path("name").asString(""), parameters)
            .description(tool.path("description").asString(""));
    if (isStrict(tool, "parameters")) {
      spec.strictProfiles(SchemaProfile.OPENAI_STRICT);
    }
    return spec.build();
  }

  private static boolean isStrict(JsonNode object, String schema) {
    return object.path("strict").asBoolean(false) && StrictSchema.keepsRules(object.path(schema));
  }

  /** The type of the answer; null for text. */
  static @Nullable OutputType<?> output(JsonNode request) {
    JsonNode format = request.path("text").path("format");
    if (!isSchema(format)) {
      return null;
    }
    SchemaProfile[] profiles =
        isStrict(format, "schema")
            ? new SchemaProfile[] {SchemaProfile.OPENAI_STRICT}
            : new SchemaProfile[0];
    return OutputType.of(
        format.path("name").asString(""),
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
    boolean tools = !request.path("tools").isEmpty();
    request.properties().stream()
        .filter(member ->
            !NO_OPTIONS.contains(member.getKey())
                || (member.getKey().equals("instructions") && member.getValue().isArray()))
        .forEach(member -> {
          if (!option(options, extra, tools, member.getKey(), member.getValue())) {
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
        || request
            .path("model")
            .asString("")
            .matches("(ft:)?(gpt-[34]|chatgpt|gpt-5[.0-9]*-chat).*");
  }

  private static boolean option(
      ModelOptions.Builder options, ObjectNode extra, boolean tools, String name, JsonNode value) {
    if (value.isNull()) {
      return false;
    }
    switch (name) {
      case "temperature" -> {
        return set(value.isNumber(), () -> options.temperature(value.asDouble()));
      }
      case "top_p" -> {
        return set(value.isNumber(), () -> options.topP(value.asDouble()));
      }
      case "max_output_tokens" -> {
        boolean count = value.isIntegralNumber() && value.canConvertToInt() && value.asInt() > 0;
        return set(count, () -> options.maxOutputTokens(value.asInt()));
      }
      case "parallel_tool_calls" -> {
        return set(tools && value.isBoolean(), () -> options.parallelToolCalls(value.asBoolean()));
      }
      case "tool_choice" -> {
        ToolChoice choice = tools ? toolChoice(value) : null;
        return set(choice != null, () -> options.toolChoice(choice));
      }
      case "reasoning" -> {
        if (!value.path("effort").isString()) {
          return false;
        }
        options.reasoningEffort(value.path("effort").asString(""));
        rest(extra, name, value, "effort");
        return true;
      }
      case "text" -> {
        if (!isSchema(value.path("format"))) {
          return false;
        }
        rest(extra, name, value, "format");
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private static boolean set(boolean sayable, Runnable option) {
    if (sayable) {
      option.run();
    }
    return sayable;
  }

  private static void rest(ObjectNode extra, String name, JsonNode value, String modelled) {
    ObjectNode rest = value.deepCopy().asObject();
    rest.remove(modelled);
    if (!rest.isEmpty()) {
      extra.set(name, rest);
    }
  }

  /** The choice in our words; null if we have none for it. */
  private static @Nullable ToolChoice toolChoice(JsonNode value) {
    if (value.isObject()) {
      return isFunction(value) && value.size() == 2
          ? ToolChoice.tool(value.path("name").asString(""))
          : null;
    }
    return switch (value.asString("")) {
      case "none" -> ToolChoice.none();
      case "required" -> ToolChoice.required();
      case "auto" -> ToolChoice.auto();
      default -> null;
    };
  }
}
