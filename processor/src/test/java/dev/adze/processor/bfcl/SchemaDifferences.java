package dev.adze.processor.bfcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where a generated schema asks for other arguments than it should, one line for each place. */
final class SchemaDifferences {
  private static final Comparator<JsonNode> SAME =
      (left, right) ->
          left.isNumber() && right.isNumber()
              ? left.decimalValue().compareTo(right.decimalValue())
              : left.equals(right) ? 0 : 1;

  private final List<String> differences = new ArrayList<>();

  private SchemaDifferences() {}

  /**
   * All differences; none if the schemas are equivalent. What the root says of itself is the tool's
   * description and does not count.
   */
  static List<String> between(JsonNode expected, JsonNode generated) {
    SchemaDifferences found = new SchemaDifferences();
    found.compare(
        "",
        NormalSchema.of(expected).without("description"),
        NormalSchema.of(generated).without("description"));
    return found.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode generated) {
    Set<String> names = names(expected, generated);
    if (isAny(expected) && isString(generated)) {
      names.remove("type");
    }
    for (String name : names) {
      switch (name) {
        case "properties" -> compareProperties(path, expected.path(name), generated.path(name));
        case "items", "additionalProperties" ->
            compare(path + "/" + name, objectAt(name, expected), objectAt(name, generated));
        default -> compareValue(path + "/" + name, expected.path(name), generated.path(name));
      }
    }
  }

  private void compareProperties(String path, JsonNode expected, JsonNode generated) {
    for (String name : names(expected, generated)) {
      String at = path + "/" + name;
      if (!expected.has(name)) {
        differences.add(at + ": unexpected property");
      } else if (!generated.has(name)) {
        differences.add(at + ": missing property");
      } else {
        compare(at, expected.get(name), generated.get(name));
      }
    }
  }

  private void compareValue(String at, JsonNode expected, JsonNode generated) {
    if (!expected.equals(SAME, generated)) {
      differences.add(at + ": expected " + text(expected) + "; got " + text(generated));
    }
  }

  private static Set<String> names(JsonNode expected, JsonNode generated) {
    Set<String> names = new TreeSet<>(expected.propertyNames());
    names.addAll(generated.propertyNames());
    return names;
  }

  /** A definition that says nothing of a value may have been given text for it. */
  private static boolean isAny(JsonNode schema) {
    return Set.of("description").containsAll(schema.propertyNames());
  }

  private static boolean isString(JsonNode schema) {
    return Set.of("description", "type").containsAll(schema.propertyNames())
        && schema.path("type").asString("").equals("string");
  }

  private static JsonNode objectAt(String name, JsonNode schema) {
    return schema.has(name) ? schema.get(name) : JsonNodeFactory.instance.objectNode();
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }
}
