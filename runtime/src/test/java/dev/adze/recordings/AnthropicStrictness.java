package dev.adze.recordings;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the Messages API takes as strict, and what of that has words of our own. */
final class AnthropicStrictness {
  private static final int TOOLS = 20;
  private static final int OPTIONALS = 24;
  private static final int UNIONS = 16;

  /** The keywords that go out as they stand; a closed object names its fields beside them. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "$ref",
          "$defs",
          "enum",
          "const",
          "title",
          "description");

  private static final Set<String> KINDS = Set.of("type", "anyOf", "$ref", "enum", "const");

  private AnthropicStrictness() {}

  /** Whether the strict schemas of a request are no more than the provider takes together. */
  static boolean isInLimits(JsonNode request) {
    int tools = 0;
    int[] counts = {0, 0};
    for (JsonNode tool : request.path("tools").values()) {
      if (AnthropicTools.isStrict(tool)) {
        tools++;
        count(AnthropicTools.schema(tool), counts);
      }
    }
    return tools <= TOOLS && counts[0] <= OPTIONALS && counts[1] <= UNIONS;
  }

  private static void count(JsonNode schema, int[] counts) {
    counts[0] += Math.max(0, schema.path("properties").size() - schema.path("required").size());
    counts[1] += (schema.has("anyOf") ? 1 : 0) + (schema.path("type").isArray() ? 1 : 0);
    schema.path("properties").values().forEach(one -> count(one, counts));
    schema.path("$defs").values().forEach(one -> count(one, counts));
    schema.path("anyOf").values().forEach(one -> count(one, counts));
    if (schema.path("items").isObject()) {
      count(schema.path("items"), counts);
    }
  }

  /** Whether a tool of ours with this schema is declared with the very same. */
  static boolean isSayable(JsonNode schema) {
    if (!schema.isObject()
        || !KEYWORDS.containsAll(schema.propertyNames())
        || schema.propertyNames().stream().noneMatch(KINDS::contains)) {
      return false;
    }
    boolean object = schema.has("properties") || schema.path("type").asString("").equals("object");
    JsonNode open = schema.path("additionalProperties");
    if (object && !(schema.path("properties").isObject() && open.isBoolean() && !open.asBoolean())
        || schema.has("items") && !isSayable(schema.path("items"))
        || schema.has("anyOf") && !schema.path("anyOf").isArray()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      if (member.getKey().matches("properties|anyOf|\\$defs")
          && !member.getValue().valueStream().allMatch(AnthropicStrictness::isSayable)) {
        return false;
      }
    }
    return true;
  }
}
