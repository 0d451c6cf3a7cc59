package dev.adze.processor.oracle;

import dev.adze.tool.SchemaProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the providers ask of a schema in strict mode, written down without a look at our own. */
final class ProfileRules {
  private static final Set<String> OF_BOTH =
      Set.of(
          "type",
          "title",
          "description",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "anyOf",
          "enum",
          "const",
          "$ref",
          "$defs",
          "format",
          "minItems");
  private static final Set<String> OF_OPENAI =
      Set.of(
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "pattern",
          "maxItems");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");
  private static final int MAX_DEPTH = 10;
  private static final int MAX_OPTIONAL = 24;
  private static final int MAX_UNIONS = 16;

  private final boolean openAi;
  private final JsonNode root;
  private final List<String> broken = new ArrayList<>();
  private int optional;
  private int unions;

  private ProfileRules(SchemaProfile profile, JsonNode root) {
    this.openAi = profile == SchemaProfile.OPENAI_STRICT;
    this.root = root;
  }

  /** Which rules a rendering breaks. */
  static List<String> broken(SchemaProfile profile, JsonNode rendering) {
    ProfileRules rules = new ProfileRules(profile, rendering);
    rules.require(rendering.path("type").asString().equals("object"), "the root is no object", "");
    rules.check(rendering, "", 0);
    if (!rules.openAi) {
      rules.require(rules.optional <= MAX_OPTIONAL, "too many optional fields", "");
      rules.require(rules.unions <= MAX_UNIONS, "too many unions", "");
      rules.require(!rules.recurs(rendering, new HashSet<>()), "it holds itself", "");
    }
    return rules.broken;
  }

  /** Whether a profile has a keyword with a value. Else it can only be said in words. */
  static boolean has(SchemaProfile profile, String keyword, JsonNode value) {
    boolean openAi = profile == SchemaProfile.OPENAI_STRICT;
    return switch (keyword) {
      case "format" ->
          FORMATS.contains(value.asString()) || (!openAi && value.asString().equals("uri"));
      case "minItems" -> openAi || value.intValue() <= 1;
      default -> OF_BOTH.contains(keyword) || (openAi && OF_OPENAI.contains(keyword));
    };
  }

  private void require(boolean kept, String fault, String path) {
    if (!kept) {
      broken.add(path + ": " + fault);
    }
  }

  private void check(JsonNode schema, String path, int depth) {
    require(depth <= MAX_DEPTH, "nested too deep", path);
    SchemaProfile profile = openAi ? SchemaProfile.OPENAI_STRICT : SchemaProfile.ANTHROPIC_STRICT;
    for (var keyword : schema.properties()) {
      require(
          has(profile, keyword.getKey(), keyword.getValue()),
          "unsupported " + keyword.getKey(),
          path);
    }
    checkKind(schema, path);
    JsonNode properties = schema.path("properties");
    if (schema.has("properties") || hasType(schema, "object")) {
      checkObject(schema, properties, path);
    }
    int below = schema.has("anyOf") ? depth : depth + 1;
    Schemas.parts(schema).forEach(part -> check(part, path + "/" + part.path("type"), below));
    schema
        .path("$defs")
        .propertyStream()
        .forEach(one -> check(one.getValue(), "#" + one.getKey(), depth));
  }

  private void checkKind(JsonNode schema, String path) {
    long kinds = List.of("type", "anyOf", "$ref").stream().filter(schema::has).count();
    require(kinds == 1, kinds + " of type, anyOf and $ref", path);
    unions += schema.has("anyOf") || schema.path("type").isArray() ? 1 : 0;
    if (schema.has("$ref")) {
      boolean alone =
          schema.propertyStream().allMatch(one -> one.getKey().matches("\\$ref|description|title"));
      require(alone, "a $ref with more than words beside it", path);
      require(Schemas.resolve(root, schema).isObject(), "a $ref to nothing", path);
    }
    if (schema.has("enum")) {
      boolean nullIsOne = schema.get("enum").valueStream().anyMatch(JsonNode::isNull);
      require(hasType(schema, "null") == nullIsOne, "null in one of type and enum only", path);
    }
  }

  private void checkObject(JsonNode schema, JsonNode properties, String path) {
    require(schema.has("properties"), "an object without properties", path);
    require(schema.path("additionalProperties").isBoolean(), "not said that it is closed", path);
    require(!schema.path("additionalProperties").asBoolean(true), "an open object", path);
    long required =
        properties.propertyStream().filter(one -> Schemas.isRequired(schema, one.getKey())).count();
    require(required == schema.path("required").size(), "something else is required", path);
    require(!openAi || required == properties.size(), "not all is required", path);
    optional += properties.size() - (int) required;
  }

  private static boolean hasType(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    return types.equals(Json.string(type))
        || (types.isArray() && types.valueStream().anyMatch(Json.string(type)::equals));
  }

  /** Whether a definition leads to itself again. */
  private boolean recurs(JsonNode schema, Set<String> open) {
    if (!schema.has("$ref")) {
      return Schemas.parts(schema).anyMatch(part -> recurs(part, open));
    }
    String name = schema.get("$ref").stringValue();
    if (!open.add(name)) {
      return true;
    }
    boolean recurs = recurs(Schemas.resolve(root, schema), open);
    open.remove(name);
    return recurs;
  }
}
