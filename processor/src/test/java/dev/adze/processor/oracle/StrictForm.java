package dev.adze.processor.oracle;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says in a strict profile what an instance of a canonical schema says: where everything is
 * required, what is absent is null; elsewhere what is null is absent. What is wrong stays wrong.
 */
final class StrictForm {
  private final JsonNode root;
  private final boolean allRequired;

  /**
   * A form.
   *
   * @param root the canonical schema
   * @param allRequired whether the profile requires every field
   */
  StrictForm(JsonNode root, boolean allRequired) {
    this.root = root;
    this.allRequired = allRequired;
  }

  JsonNode of(JsonNode value) {
    return of(root, value);
  }

  private JsonNode of(JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return of(Schemas.resolve(root, schema), value);
    }
    if (schema.has("anyOf")) {
      return schema
          .get("anyOf")
          .valueStream()
          .filter(branch -> isMeant(branch, value))
          .findFirst()
          .map(branch -> of(branch, value))
          .orElse(value);
    }
    if (schema.has("properties") && value.isObject()) {
      return object(schema, value);
    }
    return schema.has("items") && value.isArray() ? array(schema.get("items"), value) : value;
  }

  /** Whether a value is of a branch by the constant that tells branches apart. */
  private static boolean isMeant(JsonNode branch, JsonNode value) {
    List<String> told =
        branch
            .path("properties")
            .propertyStream()
            .filter(property -> property.getValue().has("const"))
            .limit(1)
            .map(property -> property.getKey())
            .toList();
    return told.isEmpty()
        ? !branch.path("type").equals(Json.string("null")) && !value.isNull()
        : told.stream()
            .allMatch(
                name -> branch.at("/properties").get(name).get("const").equals(value.path(name)));
  }

  private JsonNode object(JsonNode schema, JsonNode value) {
    ObjectNode formed = Json.object();
    for (var member : value.properties()) {
      JsonNode known = schema.get("properties").path(member.getKey());
      boolean absent =
          member.getValue().isNull()
              && !known.isMissingNode()
              && !Schemas.isRequired(schema, member.getKey());
      if (!absent) {
        formed.set(
            member.getKey(),
            known.isMissingNode() ? member.getValue() : of(known, member.getValue()));
      }
    }
    if (allRequired) {
      for (var property : schema.get("properties").properties()) {
        if (!formed.has(property.getKey()) && !Schemas.isRequired(schema, property.getKey())) {
          formed.putNull(property.getKey());
        }
      }
    }
    return formed;
  }

  private JsonNode array(JsonNode items, JsonNode value) {
    ArrayNode formed = Json.array();
    value.valueStream().forEach(element -> formed.add(of(items, element)));
    return formed;
  }
}
