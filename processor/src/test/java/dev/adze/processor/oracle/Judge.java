package dev.adze.processor.oracle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The second judge: the keywords of JSON Schema 2020-12 that the processor writes, with exact
 * arithmetic. A keyword that it does not know it refuses to overlook.
 */
final class Judge {
  private static final Set<String> NOTES =
      Set.of("title", "description", "default", "format", "contentEncoding", "$defs", "$schema");

  private static final String WHITE_SPACE =
      "\\t\\n\\x0b\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

  private final JsonNode root;
  private final boolean nullIsAbsent;
  private final BiPredicate<String, JsonNode> heeded;
  private final Map<String, Pattern> patterns = new HashMap<>();

  /**
   * A judge.
   *
   * @param nullIsAbsent whether {@code null} fits where a property is not required
   */
  Judge(JsonNode root, boolean nullIsAbsent) {
    this(root, nullIsAbsent, (keyword, rule) -> true);
  }

  /**
   * A judge that passes over some keywords.
   *
   * @param heeded which keywords count, with what they say
   */
  Judge(JsonNode root, boolean nullIsAbsent, BiPredicate<String, JsonNode> heeded) {
    this.root = root;
    this.nullIsAbsent = nullIsAbsent;
    this.heeded = heeded;
  }

  /** Whether a keyword says how great or small or many something may be. */
  static boolean isLimit(String keyword) {
    return keyword.matches("min.*|max.*|exclusiveM.*|multipleOf");
  }

  boolean fits(JsonNode value) {
    return fits(root, value);
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    for (var keyword : schema.properties()) {
      if (heeded.test(keyword.getKey(), keyword.getValue())
          && !fits(schema, keyword.getKey(), keyword.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(JsonNode schema, String keyword, JsonNode rule, JsonNode value) {
    return switch (keyword) {
      case "$ref" -> fits(Schemas.resolve(root, schema), value);
      case "anyOf" -> rule.valueStream().anyMatch(branch -> fits(branch, value));
      case "type" ->
          rule.isArray()
              ? rule.valueStream().anyMatch(type -> isA(type.stringValue(), value))
              : isA(rule.stringValue(), value);
      case "const" -> Json.equal(rule, value);
      case "enum" -> rule.valueStream().anyMatch(one -> Json.equal(one, value));
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          !value.isNumber() || isWithin(keyword, rule.decimalValue(), value.decimalValue());
      case "minLength", "maxLength", "pattern" ->
          !value.isString() || hasForm(keyword, rule, value.stringValue());
      case "minItems", "maxItems", "uniqueItems", "items" ->
          !value.isArray() || hasElements(keyword, rule, value);
      default -> NOTES.contains(keyword) || !value.isObject() || has(schema, keyword, rule, value);
    };
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "null" -> value.isNull();
      case "boolean" -> value.isBoolean();
      case "string" -> value.isString();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && isIntegral(value.decimalValue());
      default -> throw new IllegalArgumentException("There is no type " + type);
    };
  }

  private static boolean isIntegral(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static boolean isWithin(String keyword, BigDecimal limit, BigDecimal value) {
    return switch (keyword) {
      case "minimum" -> value.compareTo(limit) >= 0;
      case "maximum" -> value.compareTo(limit) <= 0;
      case "exclusiveMinimum" -> value.compareTo(limit) > 0;
      case "exclusiveMaximum" -> value.compareTo(limit) < 0;
      default -> value.remainder(limit).signum() == 0;
    };
  }

  private boolean hasForm(String keyword, JsonNode rule, String value) {
    return switch (keyword) {
      case "minLength" -> value.codePointCount(0, value.length()) >= rule.intValue();
      case "maxLength" -> value.codePointCount(0, value.length()) <= rule.intValue();
      default -> patterns.computeIfAbsent(rule.stringValue(), Judge::ecma).matcher(value).find();
    };
  }

  /**
   * What a pattern means in ECMA-262, where {@code $} is the very end and more characters are white
   * space than in Java.
   */
  private static Pattern ecma(String pattern) {
    String ended =
        pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) + "\\z" : pattern;
    return Pattern.compile(ended.equals("\\S") ? "[^" + WHITE_SPACE + "]" : ended);
  }

  private boolean hasElements(String keyword, JsonNode rule, JsonNode value) {
    return switch (keyword) {
      case "minItems" -> value.size() >= rule.intValue();
      case "maxItems" -> value.size() <= rule.intValue();
      case "uniqueItems" -> !rule.booleanValue() || isUnique(value);
      default -> value.valueStream().allMatch(element -> fits(rule, element));
    };
  }

  private static boolean isUnique(JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Json.equal(array.get(i), array.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean has(JsonNode schema, String keyword, JsonNode rule, JsonNode value) {
    return switch (keyword) {
      case "properties" ->
          rule.propertyStream().allMatch(one -> hasProperty(schema, one.getKey(), rule, value));
      case "required" -> rule.valueStream().allMatch(name -> value.has(name.stringValue()));
      case "additionalProperties" ->
          value
              .propertyStream()
              .filter(property -> !schema.path("properties").has(property.getKey()))
              .filter(property -> !isAbsent(schema, property.getValue()))
              .allMatch(property ->
                  rule.isBoolean() ? rule.booleanValue() : fits(rule, property.getValue()));
      case "propertyNames" ->
          value.propertyStream().allMatch(one -> fits(rule, Json.string(one.getKey())));
      case "minProperties" -> size(schema, value) >= rule.intValue();
      case "maxProperties" -> size(schema, value) <= rule.intValue();
      default -> throw new IllegalArgumentException("The judge does not know " + keyword);
    };
  }

  /** Whether a value says that there is none: where all names are known, each may be absent. */
  private boolean isAbsent(JsonNode schema, JsonNode value) {
    JsonNode names = schema.path("propertyNames");
    return nullIsAbsent
        && value.isNull()
        && (names.has("enum") || names.has("const"))
        && !fits(schema.path("additionalProperties"), value);
  }

  private long size(JsonNode schema, JsonNode value) {
    return value.valueStream().filter(one -> !isAbsent(schema, one)).count();
  }

  private boolean hasProperty(JsonNode schema, String name, JsonNode properties, JsonNode value) {
    JsonNode given = value.get(name);
    boolean skipped =
        given == null || (nullIsAbsent && given.isNull() && !Schemas.isRequired(schema, name));
    return skipped || fits(properties.get(name), given);
  }
}
