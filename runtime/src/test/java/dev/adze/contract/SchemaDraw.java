package dev.adze.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws schemas in the forms that the processor writes, and changes them here and there. Ranges are
 * small, so that values on both sides of a limit are drawn often.
 */
final class SchemaDraw {
  static final List<String> NAMES = List.of("p", "q", "r");
  static final List<String> WORDS = List.of("a", "b", "c", "ab", "bbbb");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> DEFINITIONS = List.of("A", "B");
  private static final List<String> PATTERNS = List.of("^a", "^b*$");

  private final Random random;

  SchemaDraw(Random random) {
    this.random = random;
  }

  /** An object with definitions, as arguments are. */
  ObjectNode root() {
    ObjectNode root = object(3);
    ObjectNode definitions = root.putObject("$defs");
    DEFINITIONS.forEach(name -> definitions.set(name, object(2)));
    return root;
  }

  private ObjectNode any(int depth) {
    return switch (random.nextInt(depth > 0 ? 12 : 6)) {
      case 0 -> bounded("integer");
      case 1 -> bounded("number");
      case 2, 3 -> string();
      case 4 -> typed("boolean");
      case 5 -> NODES.objectNode();
      case 6 -> array(depth);
      case 7 -> map(depth);
      case 8 -> NODES.objectNode().put("$ref", "#/$defs/" + one(DEFINITIONS));
      case 9 -> union(depth);
      default -> object(depth);
    };
  }

  private ObjectNode typed(String type) {
    ObjectNode schema = NODES.objectNode();
    if (random.nextInt(4) == 0) {
      schema.putArray("type").add(type).add("null");
    } else {
      schema.put("type", type);
    }
    return schema;
  }

  private ObjectNode bounded(String type) {
    ObjectNode schema = typed(type);
    maybe(schema, random.nextBoolean() ? "minimum" : "exclusiveMinimum", random.nextInt(4) - 1);
    maybe(schema, random.nextBoolean() ? "maximum" : "exclusiveMaximum", random.nextInt(4) + 1);
    maybe(schema, "multipleOf", 1 + random.nextInt(4));
    return schema;
  }

  private ObjectNode string() {
    ObjectNode schema = typed("string");
    switch (random.nextInt(4)) {
      case 0 -> {
        ArrayNode values = schema.putArray("enum");
        WORDS.stream().filter(word -> random.nextBoolean()).forEach(values::add);
        values.add("e");
        if (schema.get("type").isArray()) {
          values.addNull();
        }
      }
      case 1 -> {
        schema.put("type", "string");
        schema.put("const", one(WORDS));
      }
      case 2 -> schema.put("pattern", one(PATTERNS));
      default -> {
        maybe(schema, "minLength", random.nextInt(3));
        maybe(schema, "maxLength", 1 + random.nextInt(3));
      }
    }
    return schema;
  }

  private ObjectNode array(int depth) {
    ObjectNode schema = typed("array");
    schema.set("items", any(depth - 1));
    maybe(schema, "minItems", random.nextInt(2));
    maybe(schema, "maxItems", 1 + random.nextInt(2));
    if (random.nextInt(4) == 0) {
      schema.put("uniqueItems", true);
    }
    return schema;
  }

  private ObjectNode map(int depth) {
    ObjectNode schema = typed("object");
    schema.set("additionalProperties", any(depth - 1));
    if (random.nextBoolean()) {
      ArrayNode names = schema.putObject("propertyNames").putArray("enum").add("p");
      NAMES.stream().skip(1).filter(name -> random.nextBoolean()).forEach(names::add);
    }
    return schema;
  }

  private ObjectNode object(int depth) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (String name : NAMES) {
      if (random.nextBoolean()) {
        properties.set(name, any(depth - 1));
        if (random.nextBoolean()) {
          required.add(name);
        }
      }
    }
    return schema.put("additionalProperties", false);
  }

  private ObjectNode union(int depth) {
    ObjectNode schema = NODES.objectNode();
    ArrayNode branches = schema.putArray("anyOf");
    if (random.nextBoolean()) {
      branches.add(any(depth - 1)).add(typed("null"));
    } else {
      for (String kind : List.of("circle", "square", "line")) {
        if (random.nextInt(3) > 0) {
          ObjectNode branch = object(depth - 1);
          ObjectNode properties = NODES.objectNode();
          properties.putObject("kind").put("type", "string").put("const", kind);
          properties.setAll((ObjectNode) branch.get("properties"));
          branch.set("properties", properties);
          ((ArrayNode) branch.get("required")).add("kind");
          branches.add(branch);
        }
      }
      branches.add(typed("boolean"));
    }
    return schema;
  }

  /** Changes a schema in one place. */
  void change(ObjectNode root) {
    ObjectNode schema = one(all(root));
    List<String> keywords = new ArrayList<>(schema.propertyNames());
    if (keywords.isEmpty() || (schema != root && random.nextInt(4) == 0)) {
      boolean definition = root.get("$defs").valueStream().anyMatch(one -> one == schema);
      schema.removeAll();
      schema.setAll(definition ? object(2) : any(2));
      return;
    }
    String keyword = one(keywords);
    JsonNode value = schema.get(keyword);
    if (value.isNumber()) {
      schema.put(keyword, Math.max(keyword.equals("multipleOf") ? 1 : -2, moved(value.asInt())));
    } else if (value instanceof ArrayNode array && keyword.equals("required")) {
      toggle(schema, array);
    } else if (value instanceof ArrayNode array && array.size() > 1) {
      array.remove(random.nextInt(array.size()));
    } else if (keyword.equals("properties")) {
      ((ObjectNode) value).set(one(NAMES), any(1));
    } else if (keyword.equals("const")) {
      schema.put(keyword, one(WORDS));
    } else if (!keyword.equals("$defs") && !keyword.equals("type")) {
      schema.remove(keyword);
    }
  }

  private int moved(int bound) {
    return random.nextBoolean() ? bound + 1 : bound - 1;
  }

  private void toggle(ObjectNode schema, ArrayNode required) {
    String name = one(NAMES);
    for (int i = 0; i < required.size(); i++) {
      if (required.get(i).asString().equals(name)) {
        required.remove(i);
        return;
      }
    }
    if (schema.path("properties").has(name)) {
      required.add(name);
    }
  }

  /** A schema and all within it. */
  static List<ObjectNode> all(ObjectNode root) {
    List<ObjectNode> all = new ArrayList<>();
    collect(root, all);
    return all;
  }

  private static void collect(JsonNode schema, List<ObjectNode> all) {
    all.add((ObjectNode) schema);
    for (String keyword : List.of("properties", "$defs")) {
      schema.path(keyword).forEach(part -> collect(part, all));
    }
    schema.path("anyOf").forEach(branch -> collect(branch, all));
    for (String keyword : List.of("items", "additionalProperties")) {
      if (schema.path(keyword).isObject()) {
        collect(schema.get(keyword), all);
      }
    }
  }

  private void maybe(ObjectNode schema, String keyword, int value) {
    if (random.nextInt(3) > 0) {
      schema.put(keyword, value);
    }
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
