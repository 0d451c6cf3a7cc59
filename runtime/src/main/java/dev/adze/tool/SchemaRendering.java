package dev.adze.tool;

import dev.adze.json.JsonReader;
import dev.adze.json.JsonWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Renders a canonical schema for a profile. A pure function from JSON to JSON: each level of the
 * schema is taken apart into its members, whose values stay text, and is put together again.
 */
final class SchemaRendering {
  private static final Set<String> KINDS =
      Set.of("type", "anyOf", "oneOf", "$ref", "enum", "const");
  private static final Set<String> KEPT =
      Set.of("type", "enum", "const", "title", "$ref", "description", "additionalProperties");
  private static final Set<String> BOUNDS =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "pattern",
          "minItems",
          "maxItems");
  private static final Set<String> WORDS =
      Set.of(
          "minLength",
          "maxLength",
          "uniqueItems",
          "contentEncoding",
          "default",
          "format",
          "minProperties",
          "maxProperties");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");
  private static final Set<String> SCALARS =
      Set.of("\"string\"", "\"integer\"", "\"number\"", "\"boolean\"");
  private static final String NULL = "{\"type\":\"null\"}";

  private final SchemaProfile profile;
  private final boolean openAi;

  private SchemaRendering(SchemaProfile profile) {
    this.profile = profile;
    this.openAi = profile == SchemaProfile.OPENAI_STRICT;
  }

  /**
   * The schema in a profile.
   *
   * @param schema a canonical schema
   * @throws IllegalArgumentException if it is none, or says what the profile cannot say
   */
  static String render(String schema, SchemaProfile profile) {
    return profile == SchemaProfile.MCP ? schema : new SchemaRendering(profile).schema(schema);
  }

  private String schema(String json) {
    return object(level(json));
  }

  private Map<String, String> level(String json) {
    Map<String, String> given = closed(members(json));
    given.remove("$schema"); // A profile's language is known.
    requireSayable(given, json);
    Map<String, String> out = new LinkedHashMap<>();
    List<String> moved = new ArrayList<>();
    for (Map.Entry<String, String> member : given.entrySet()) {
      String keyword = member.getKey();
      String value = member.getValue();
      switch (keyword) {
        case "properties" -> putProperties(out, value, given);
        case "required" -> {
          if (!openAi) {
            out.put(keyword, value);
          }
        }
        case "items" -> out.put(keyword, schema(value));
        case "anyOf", "oneOf" -> out.put("anyOf", array(each(elements(value), this::schema)));
        case "$defs" -> out.put(keyword, object(eachValue(members(value), this::schema)));
        default -> {
          if (isKept(keyword, value)) {
            out.put(keyword, value);
          } else {
            moved.add(keyword + ": " + value);
          }
        }
      }
    }
    describe(out, moved);
    return out;
  }

  /**
   * A map whose names are all known is an object with a property for each, which may be absent. Any
   * other schema stays as it is.
   */
  private static Map<String, String> closed(Map<String, String> schema) {
    Map<String, String> names = members(schema.getOrDefault("propertyNames", "{}"));
    List<String> all =
        names.containsKey("const")
            ? List.of(names.get("const"))
            : elements(names.getOrDefault("enum", "[]"));
    boolean open = schema.containsKey("additionalProperties") && !schema.containsKey("properties");
    if (all.isEmpty() || !open) {
      return schema;
    }
    Map<String, String> properties = new LinkedHashMap<>();
    all.forEach(name -> properties.put(string(name), schema.get("additionalProperties")));
    Map<String, String> closed = new LinkedHashMap<>(schema);
    closed.remove("propertyNames");
    closed.put("properties", object(properties));
    closed.put("additionalProperties", "false");
    @Nullable String meaning = names.get("description");
    if (meaning != null) {
      String description = string(schema.getOrDefault("description", "\"\""));
      closed.put("description", quoted(append(description, string(meaning))));
    }
    return closed;
  }

  private void putProperties(Map<String, String> out, String json, Map<String, String> schema) {
    Map<String, String> properties = members(json);
    Set<String> required = Set.copyOf(elements(schema.getOrDefault("required", "[]")));
    Map<String, String> rendered = new LinkedHashMap<>();
    for (Map.Entry<String, String> property : properties.entrySet()) {
      Map<String, String> level = level(property.getValue());
      boolean optional = openAi && !required.contains(quoted(property.getKey()));
      rendered.put(property.getKey(), object(optional ? nullable(level) : level));
    }
    out.put("properties", object(rendered));
    if (openAi) {
      out.put("required", array(each(properties.keySet(), SchemaRendering::quoted)));
    }
  }

  /** A profile that is strict needs to know every field, and what kind of value is meant. */
  private void requireSayable(Map<String, String> schema, String json) {
    boolean object = schema.containsKey("properties") || "\"object\"".equals(schema.get("type"));
    if (object && !"false".equals(schema.get("additionalProperties"))) {
      throw refused("an object may have fields that it does not name", json);
    }
    if (object && !schema.containsKey("properties")) {
      throw refused("an object has no \"properties\"", json);
    }
    if (schema.keySet().stream().noneMatch(KINDS::contains)) {
      throw refused("a value may be anything", json);
    }
    for (String keyword : schema.keySet()) {
      if (!isKnown(keyword)) {
        throw refused("there is the keyword \"" + keyword + "\"", json);
      }
    }
  }

  private static boolean isKnown(String keyword) {
    return KINDS.contains(keyword)
        || KEPT.contains(keyword)
        || BOUNDS.contains(keyword)
        || WORDS.contains(keyword)
        || Set.of("properties", "required", "items", "$defs").contains(keyword);
  }

  private boolean isKept(String keyword, String value) {
    if (keyword.equals("format")) {
      String name = value.substring(1, value.length() - 1);
      return FORMATS.contains(name) || (!openAi && name.equals("uri"));
    }
    boolean few = keyword.equals("minItems") && (value.equals("0") || value.equals("1"));
    return KEPT.contains(keyword) || (openAi ? BOUNDS.contains(keyword) : few);
  }

  /** The model reads of what the profile has no keyword for. */
  private static void describe(Map<String, String> schema, List<String> moved) {
    if (!moved.isEmpty()) {
      String description = schema.getOrDefault("description", "\"\"");
      String words = "{" + String.join(", ", moved) + "}";
      schema.put("description", quoted(append(string(description), words)));
    }
  }

  private static String append(String description, String words) {
    return description.isEmpty() ? words : description + "\n\n" + words;
  }

  private static Map<String, String> nullable(Map<String, String> schema) {
    @Nullable String type = schema.get("type");
    if (type != null && SCALARS.contains(type) && !schema.containsKey("const")) {
      schema.put("type", "[" + type + ",\"null\"]");
      schema.computeIfPresent("enum", (keyword, values) -> extended(values, "null"));
      return schema;
    }
    if (schema.containsKey("anyOf")) {
      schema.computeIfPresent(
          "anyOf",
          (keyword, branches) ->
              elements(branches).contains(NULL) ? branches : extended(branches, NULL));
      return schema;
    }
    if (type != null && type.startsWith("[")) {
      return schema;
    }
    Map<String, String> either = new LinkedHashMap<>();
    @Nullable String description = schema.remove("description");
    if (description != null) {
      either.put("description", description);
    }
    either.put("anyOf", array(List.of(object(schema), NULL)));
    return either;
  }

  private static String extended(String array, String element) {
    List<String> elements = new ArrayList<>(elements(array));
    elements.add(element);
    return array(elements);
  }

  private IllegalArgumentException refused(String found, String json) {
    String shown = json.length() <= 80 ? json : json.substring(0, 80) + "...";
    return new IllegalArgumentException(
        "A schema for "
            + profile
            + " names every field and every kind of value, but "
            + found
            + ": "
            + shown
            + ". Send the tool without strict mode.");
  }

  private static List<String> each(Collection<String> values, UnaryOperator<String> change) {
    return values.stream().map(change).toList();
  }

  private static Map<String, String> eachValue(
      Map<String, String> members, UnaryOperator<String> change) {
    members.replaceAll((name, value) -> change.apply(value));
    return members;
  }

  private static Map<String, String> members(String json) {
    JsonReader in = JsonReader.of(json);
    Map<String, String> members = new LinkedHashMap<>();
    in.beginMap();
    for (@Nullable String name = in.nextKey(); name != null; name = in.nextKey()) {
      members.put(name, in.readRaw());
    }
    requireSound(in);
    return members;
  }

  private static List<String> elements(String json) {
    JsonReader in = JsonReader.of(json);
    List<String> elements = new ArrayList<>();
    in.beginArray();
    while (in.nextElement()) {
      elements.add(in.readRaw());
    }
    requireSound(in);
    return elements;
  }

  private static String string(String json) {
    JsonReader in = JsonReader.of(json);
    String string = in.readString();
    requireSound(in);
    return string;
  }

  private static void requireSound(JsonReader in) {
    if (!in.end()) {
      throw new IllegalArgumentException(
          "A schema must be well-formed JSON Schema: " + in.faults().get(0));
    }
  }

  private static String object(Map<String, String> members) {
    JsonWriter out = new JsonWriter().beginObject();
    members.forEach((name, value) -> out.name(name).rawValue(value));
    return out.endObject().toString();
  }

  private static String array(List<String> elements) {
    JsonWriter out = new JsonWriter().beginArray();
    elements.forEach(out::rawValue);
    return out.endArray().toString();
  }

  private static String quoted(String text) {
    return new JsonWriter().value(text).toString();
  }
}
