package dev.adze.processor.oracle;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways through a JSON Schema. */
final class Schemas {
  private Schemas() {}

  /** What a schema refers to. */
  static JsonNode resolve(JsonNode root, JsonNode schema) {
    return root.at(schema.get("$ref").stringValue().substring(1));
  }

  /** Whether an object schema requires a property. */
  static boolean isRequired(JsonNode schema, String name) {
    return schema.path("required").valueStream().anyMatch(Json.string(name)::equals);
  }

  /** The schemas of the parts of what a schema describes. */
  static Stream<JsonNode> parts(JsonNode schema) {
    return Stream.of(
            Stream.of(schema.path("items"), schema.path("additionalProperties")),
            schema.path("anyOf").valueStream(),
            schema.path("properties").propertyStream().map(Map.Entry::getValue))
        .flatMap(schemas -> schemas)
        .filter(JsonNode::isObject);
  }

  /** A schema, its parts, and theirs. */
  static Stream<JsonNode> all(JsonNode schema) {
    return Stream.of(
            Stream.of(schema),
            parts(schema).flatMap(Schemas::all),
            schema.path("$defs").propertyStream().map(Map.Entry::getValue).flatMap(Schemas::all))
        .flatMap(schemas -> schemas);
  }

  /** A schema in which maps whose names are all known are objects that may lack each of them. */
  static JsonNode closed(JsonNode schema) {
    if (schema.isArray()) {
      ArrayNode closed = Json.array();
      schema.valueStream().forEach(one -> closed.add(closed(one)));
      return closed;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode closed = Json.object();
    schema.properties().forEach(one -> closed.set(one.getKey(), closed(one.getValue())));
    JsonNode names = schema.path("propertyNames");
    if (names.has("enum") || names.has("const")) {
      JsonNode value = closed.get("additionalProperties");
      ObjectNode properties = Json.object();
      Stream.concat(names.path("enum").valueStream(), Stream.ofNullable(names.get("const")))
          .forEach(name -> properties.set(name.stringValue(), value));
      closed.remove("propertyNames");
      closed.set("properties", properties);
      closed.put("additionalProperties", false);
    }
    return closed;
  }
}
