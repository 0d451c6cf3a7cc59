package dev.adze.contract;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws values that mostly follow a schema of {@link SchemaDraw}, and here and there do not. */
final class ValueDraw {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private final JsonNode root;

  ValueDraw(Random random, JsonNode root) {
    this.random = random;
    this.root = root;
  }

  JsonNode value() {
    return value(root, 5);
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString().replaceFirst(".*/", "");
      return value(root.path("$defs").path(name), depth);
    }
    if (random.nextInt(30) == 0) {
      return anything();
    }
    if (schema.has("anyOf")) {
      return value(one(schema.get("anyOf")), depth);
    }
    JsonNode type = schema.path("type");
    String name = type.isArray() ? one(type).asString() : type.asString("");
    return switch (name) {
      case "integer" -> NODES.numberNode(random.nextInt(9) - 3);
      case "number" -> NODES.numberNode((random.nextInt(18) - 6) / 2.0);
      case "string" -> string(schema);
      case "array" -> array(schema, depth);
      case "object" -> object(schema, depth);
      case "null" -> NODES.nullNode();
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> anything();
    };
  }

  private JsonNode string(JsonNode schema) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    return schema.has("enum")
        ? one(schema.get("enum"))
        : NODES.stringNode(
            SchemaDraw.WORDS
                .get(random.nextInt(SchemaDraw.WORDS.size()))
                .repeat(random.nextInt(3)));
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int size = depth > 0 ? random.nextInt(4) : 0; size > 0; size--) {
      array.add(value(schema.path("items"), depth - 1));
    }
    return array;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    JsonNode required = schema.path("required");
    schema
        .path("properties")
        .properties()
        .forEach(property -> {
          boolean wanted = required.toString().contains("\"" + property.getKey() + "\"");
          if (depth > -2 && (wanted || (depth > 0 && random.nextBoolean()))) {
            object.set(property.getKey(), value(property.getValue(), depth - 1));
          }
        });
    if (schema.path("additionalProperties").isObject() && depth > 0) {
      for (String name : SchemaDraw.NAMES) {
        if (random.nextInt(3) == 0) {
          object.set(name, value(schema.get("additionalProperties"), depth - 1));
        }
      }
    }
    return object;
  }

  private JsonNode anything() {
    return switch (random.nextInt(6)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.stringNode("a");
      case 3 -> NODES.arrayNode().add(1);
      case 4 -> NODES.objectNode().put("p", 1);
      default -> NODES.numberNode(random.nextInt(5));
    };
  }

  private JsonNode one(JsonNode list) {
    List<JsonNode> all = list.valueStream().toList();
    return all.get(random.nextInt(all.size()));
  }
}
