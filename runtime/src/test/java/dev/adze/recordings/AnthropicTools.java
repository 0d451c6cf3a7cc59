package dev.adze.recordings;

import dev.adze.tool.SchemaProfile;
import dev.adze.tool.ToolSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of a recorded request of the Messages API: those that are declared in words that every
 * provider knows, and those that are given in its own.
 */
final class AnthropicTools {
  private static final Set<String> PLAIN =
      Set.of("type", "name", "description", "input_schema", "strict", "cache_control");

  private AnthropicTools() {}

  /** Leaves out what says nothing, and notes what is said in the provider's words for us. */
  static void clean(ObjectNode request, Set<String> leftOut) {
    if (request.path("tools").isEmpty()) {
      request.remove("tools");
      if (request.remove("tool_choice") != null) {
        leftOut.add("\"tool_choice\" of a request without tools");
      }
      return;
    }
    request.path("tools").values().forEach(tool -> AnthropicRequest.removeNulls(tool.asObject()));
    if (!AnthropicStrictness.isInLimits(request)) {
      leftOut.add("more that is strict than the provider takes, given in its own words");
    } else if (request
        .path("tools")
        .valueStream()
        .anyMatch(tool -> isStrict(tool) && !AnthropicStrictness.isSayable(schema(tool)))) {
      leftOut.add("a strict tool whose schema has other words than ours, given as it stands");
    }
  }

  /** The tools whose declaration is made from what every provider knows. */
  static List<JsonNode> plain(JsonNode request) {
    boolean inLimits = AnthropicStrictness.isInLimits(request);
    Set<String> given =
        request
            .path("tools")
            .valueStream()
            .filter(tool -> !isPlain(tool, inLimits))
            .map(tool -> tool.path("name").asString(""))
            .collect(Collectors.toSet());
    return request
        .path("tools")
        .valueStream()
        .filter(tool -> !given.contains(tool.path("name").asString("")))
        .toList();
  }

  /** The tools that are declared in the provider's own words. */
  static List<JsonNode> given(JsonNode request) {
    List<JsonNode> plain = plain(request);
    return request
        .path("tools")
        .valueStream()
        .filter(tool -> plain.stream().noneMatch(one -> one == tool))
        .toList();
  }

  private static boolean isPlain(JsonNode tool, boolean inLimits) {
    return tool.path("type").asString("custom").equals("custom")
        && PLAIN.containsAll(tool.propertyNames())
        && !tool.path("name").asString("").isBlank()
        && (!tool.has("description") || tool.path("description").isString())
        && tool.path("input_schema").isObject()
        && (!isStrict(tool) || inLimits && AnthropicStrictness.isSayable(schema(tool)));
  }

  static boolean isStrict(JsonNode tool) {
    return tool.path("strict").asBoolean(false);
  }

  static JsonNode schema(JsonNode tool) {
    return tool.path("input_schema");
  }

  /** The tools that the program ran that made the request, or may have run. */
  static List<ToolSpec> specs(JsonNode request) {
    return request
        .path("tools")
        .valueStream()
        .filter(tool -> !tool.path("name").asString("").isBlank())
        .map(AnthropicTools::spec)
        .toList();
  }

  private static ToolSpec spec(JsonNode tool) {
    String schema = schema(tool).isObject() ? schema(tool).toString() : "{}";
    ToolSpec.Builder spec =
        ToolSpec.builder(tool.path("name").asString(), schema)
            .description(tool.path("description").asString(""));
    if (isStrict(tool)) {
      spec.strictProfiles(SchemaProfile.ANTHROPIC_STRICT);
    }
    return spec.build();
  }
}
