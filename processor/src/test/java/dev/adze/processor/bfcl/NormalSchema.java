package dev.adze.processor.bfcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one form of all schemas that ask for the same arguments.
 *
 * <p>Left out: notes such as {@code title}, {@code default} and {@code format}, {@code
 * uniqueItems}, {@code additionalProperties} that is not a schema with content, bounds that are
 * those of a Java type, and lengths of 1. References to {@code $defs} are put in place, but for
 * those that lead back to themselves. {@code null} is no type, no branch and no constant; a
 * property that may be {@code null} is not required. {@code const} is an {@code enum} of one,
 * {@code oneOf} is {@code anyOf}, and a single branch stands for itself. Whatever has no order is
 * sorted, and the description of an array's elements does not count.
 */
final class NormalSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonNode OBJECT = NODES.stringNode("object");
  private static final Set<String> NOTES =
      Set.of(
          "$schema",
          "$id",
          "$anchor",
          "$comment",
          "title",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "format",
          "uniqueItems");
  private static final Set<String> READ_APART =
      Set.of(
          "$ref",
          "$defs",
          "definitions",
          "type",
          "enum",
          "const",
          "anyOf",
          "oneOf",
          "properties",
          "required",
          "additionalProperties",
          "items");
  private static final long SAFE_INTEGER = (1L << 53) - 1;
  private static final Set<Long> BOUNDS_OF_TYPES =
      Set.of(
          (long) Byte.MIN_VALUE,
          (long) Byte.MAX_VALUE,
          (long) Short.MIN_VALUE,
          (long) Short.MAX_VALUE,
          (long) Integer.MIN_VALUE,
          (long) Integer.MAX_VALUE,
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          SAFE_INTEGER,
          -SAFE_INTEGER,
          SAFE_INTEGER + 1,
          -SAFE_INTEGER - 1);
  private static final Set<Long> LENGTHS_OF_CHAR = Set.of(1L);

  private final JsonNode root;
  private final Set<String> references;

  private NormalSchema(JsonNode root, Set<String> references) {
    this.root = root;
    this.references = references;
  }

  private record Part(ObjectNode schema, boolean nullable) {}

  /**
   * The form of a whole schema.
   *
   * @throws IllegalArgumentException if it holds something that is no schema
   */
  static ObjectNode of(JsonNode schema) {
    return new NormalSchema(schema, Set.of()).part(schema).schema();
  }

  private Part part(JsonNode schema) {
    if (schema.isBoolean() && schema.booleanValue()) {
      return new Part(NODES.objectNode(), false);
    }
    if (!schema.isObject()) {
      throw new IllegalArgumentException("A schema is an object or true, but not " + schema);
    }
    if (schema.has("$ref")) {
      return referred(schema, schema.get("$ref").asString());
    }
    List<JsonNode> all =
        Stream.of("anyOf", "oneOf").flatMap(name -> schema.path(name).valueStream()).toList();
    List<Part> branches = all.stream().filter(branch -> !isNull(branch)).map(this::part).toList();
    boolean nullable = branches.size() < all.size() || branches.stream().anyMatch(Part::nullable);
    if (branches.size() == 1) {
      return new Part(described(branches.get(0).schema(), schema), nullable);
    }
    Map<String, JsonNode> form = new TreeMap<>();
    if (!all.isEmpty()) {
      form.put("anyOf", sorted(branches.stream().map(Part::schema)));
    }
    return written(schema, form, nullable);
  }

  private Part written(JsonNode schema, Map<String, JsonNode> form, boolean branchIsNull) {
    boolean typeIsNull = type(schema, form);
    boolean constantIsNull = constants(schema, form);
    schema.forEachEntry((name, value) -> {
      if (counts(name, value)) {
        form.put(name, name.equals("description") ? description(schema) : value);
      }
    });
    properties(schema, form);
    if (schema.path("additionalProperties").isObject()) {
      nested("additionalProperties", schema, form);
    }
    if (schema.has("items")) {
      nested("items", schema, form);
    }
    return new Part(node(form), branchIsNull || typeIsNull || constantIsNull);
  }

  private Part referred(JsonNode schema, String reference) {
    if (references.contains(reference)) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return new Part(NODES.objectNode().put("$ref", name), false);
    }
    JsonNode target = root.at(reference.substring(reference.indexOf('#') + 1));
    if (!target.isObject()) {
      throw new IllegalArgumentException("A reference leads to a schema, but not " + reference);
    }
    ObjectNode merged = target.asObject().deepCopy();
    schema.properties().stream()
        .filter(entry -> !entry.getKey().equals("$ref"))
        .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    Set<String> deeper = new HashSet<>(references);
    deeper.add(reference);
    return new NormalSchema(root, deeper).part(merged);
  }

  private static boolean isNull(JsonNode branch) {
    return branch.path("type").asString("").equals("null") || branch.path("const").isNull();
  }

  private static ObjectNode described(ObjectNode only, JsonNode around) {
    Map<String, JsonNode> form = new TreeMap<>();
    only.forEachEntry(form::put);
    if (around.has("description")) {
      form.put("description", description(around));
    }
    return node(form);
  }

  private static JsonNode description(JsonNode schema) {
    return NODES.stringNode(schema.get("description").asString().strip());
  }

  /** Notes the type and says whether it allows null. */
  private static boolean type(JsonNode schema, Map<String, JsonNode> form) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      if (!type.isMissingNode()) {
        form.put("type", type);
      }
      return false;
    }
    Predicate<JsonNode> isNull = name -> name.asString().equals("null");
    ArrayNode others = sorted(type.valueStream().filter(isNull.negate()));
    form.put("type", others.size() == 1 ? others.get(0) : others);
    return type.valueStream().anyMatch(isNull);
  }

  /** Notes the constants and says whether null is one. */
  private static boolean constants(JsonNode schema, Map<String, JsonNode> form) {
    if (!schema.has("enum") && !schema.has("const")) {
      return false;
    }
    List<JsonNode> constants =
        schema.has("enum")
            ? schema.get("enum").valueStream().toList()
            : List.of(schema.get("const"));
    form.put("enum", sorted(constants.stream().filter(constant -> !constant.isNull())));
    return constants.stream().anyMatch(JsonNode::isNull);
  }

  private static boolean counts(String name, JsonNode value) {
    return switch (name) {
      case "minimum", "maximum" -> !isOneOf(BOUNDS_OF_TYPES, value);
      case "minLength", "maxLength" -> !isOneOf(LENGTHS_OF_CHAR, value);
      default -> !NOTES.contains(name) && !READ_APART.contains(name) && !name.startsWith("x-");
    };
  }

  private static boolean isOneOf(Set<Long> numbers, JsonNode value) {
    return value.isNumber()
        && numbers.stream()
            .anyMatch(number -> value.decimalValue().compareTo(BigDecimal.valueOf(number)) == 0);
  }

  private void properties(JsonNode schema, Map<String, JsonNode> form) {
    Set<String> listed = new HashSet<>();
    schema.path("required").valueStream().map(JsonNode::asString).forEach(listed::add);
    Map<String, JsonNode> properties = new TreeMap<>();
    List<JsonNode> required = new ArrayList<>();
    schema
        .path("properties")
        .forEachEntry((name, value) -> {
          Part property = part(value);
          properties.put(name, property.schema());
          if (listed.contains(name) && !property.nullable()) {
            required.add(NODES.stringNode(name));
          }
        });
    if (!properties.isEmpty()) {
      form.put("properties", node(properties));
    }
    if (schema.has("properties") || OBJECT.equals(form.get("type"))) {
      form.put("required", sorted(required.stream()));
    }
  }

  private void nested(String name, JsonNode schema, Map<String, JsonNode> form) {
    ObjectNode nested = part(schema.get(name)).schema();
    nested.remove("description");
    if (!nested.isEmpty()) {
      form.put(name, nested);
    }
  }

  private static ArrayNode sorted(Stream<? extends JsonNode> nodes) {
    ArrayNode sorted = NODES.arrayNode();
    nodes.sorted(Comparator.comparing(JsonNode::toString)).distinct().forEach(sorted::add);
    return sorted;
  }

  /** An object whose members are in the order of their names. */
  private static ObjectNode node(Map<String, JsonNode> members) {
    ObjectNode node = NODES.objectNode();
    node.setAll(members);
    return node;
  }
}
