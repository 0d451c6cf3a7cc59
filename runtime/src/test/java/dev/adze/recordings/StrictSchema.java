package dev.adze.recordings;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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

  /**
   * Brings what a recording declares with a schema into the form that we send: strict mode is asked
   * for where the schema keeps to its rules.
   *
   * @param schema the member that has the schema
   * @param what what is declared, for people
   * @param note is told what is left out
   */
  static void settle(ObjectNode declared, String schema, String what, Consumer<String> note) {
    if (!declared.path("strict").asBoolean(false)) {
      return;
    }
    if (!keepsRules(declared.path(schema))) {
      declared.remove("strict");
      note.accept("\"strict\" of " + what + " whose schema strict mode is not documented to take");
    } else if (declared.path(schema) instanceof ObjectNode root && root.remove("$schema") != null) {
      note.accept("\"$schema\" of a strict schema");
    }
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
