package dev.adze.processor.oracle;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the judges see it: numbers exact, no name twice, nothing after the value. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** What a property is that an object does not have. */
  static final JsonNode ABSENT = MAPPER.missingNode();

  private Json() {}

  /**
   * The tree of a text.
   *
   * @throws JacksonException if it is no JSON
   */
  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  static JsonNode string(String value) {
    return MAPPER.getNodeFactory().stringNode(value);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** A document without white space. */
  static String text(Doc doc) {
    StringBuilder out = new StringBuilder();
    doc.write(out, null);
    return out.toString();
  }

  /** Equality as JSON Schema defines it: numbers by their value, objects in any order. */
  static boolean equal(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!equal(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (one.isObject() && other.isObject() && one.size() == other.size()) {
      return one.propertyStream()
          .allMatch(property ->
              other.has(property.getKey())
                  && equal(property.getValue(), other.get(property.getKey())));
    }
    return one.equals(other);
  }
}
