package dev.adze.recordings;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What OpenAI documents of the schemas that its strict mode takes. */
final class StrictSchema {
  private static final Set<String> KINDS = Set.of("type", "anyOf", "$ref", "enum", "const");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");
  private static final Set<String> KEYWORDS =
      Stream.concat(
              KINDS.stream(),
              Stream.of(
                  "$schema",
                  "$defs",
                  "title",
                  "description",
                  "properties",
                  "required",
                  "additionalProperties",
                  "items",
                  "minItems",
                  "maxItems",
                  "pattern",
                  "format",
                  "minimum",
                  "maximum",
                  "exclusiveMinimum",
                  "exclusiveMaximum",
                  "multipleOf"))
          .collect(Collectors.toUnmodifiableSet());

  private StrictSchema() {}

  /** Whether a schema is written as strict mode wants it, so that nothing need be changed in it. */
  static boolean keepsRules(JsonNode schema) {
    return schema.isObject() && isSound(schema);
  }

  private static boolean isSound(JsonNode schema) {
    if (!schema.isObject()
        || !KEYWORDS.containsAll(schema.propertyNames())
        || schema.propertyNames().stream().noneMatch(KINDS::contains)
        || !FORMATS.contains(schema.path("format").asString("date"))) {
      return false;
    }
    boolean object = schema.has("properties") || schema.path("type").asString("").equals("object");
    return (!object || isClosed(schema))
        && (!schema.has("items") || isSound(schema.path("items")))
        && schema.path("anyOf").valueStream().allMatch(StrictSchema::isSound)
        && schema.path("properties").valueStream().allMatch(StrictSchema::isSound)
        && schema.path("$defs").valueStream().allMatch(StrictSchema::isSound);
  }

  private static boolean isClosed(JsonNode object) {
    Set<String> required =
        object
            .path("required")
            .valueStream()
            .map(name -> name.asString(""))
            .collect(Collectors.toSet());
    return object.path("properties").isObject()
        && !object.path("additionalProperties").asBoolean(true)
        && required.containsAll(object.path("properties").propertyNames());
  }
}
