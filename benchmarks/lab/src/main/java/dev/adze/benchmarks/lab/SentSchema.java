package dev.adze.benchmarks.lab;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a framework has told its model of the arguments of a tool. */
final class SentSchema {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final @Nullable Schema schema;

  private SentSchema(@Nullable Schema schema) {
    this.schema = schema;
  }

  /** Of a text that is a JSON Schema or Gemini's form of one, or else says why there is none. */
  static SentSchema of(String text) {
    if (text.startsWith("!")) {
      return new SentSchema(null);
    }
    JsonNode node = asJsonSchema(JSON.readTree(text));
    return new SentSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(node));
  }

  /** Whether arguments are what the model was asked for. */
  boolean fits(String arguments) {
    if (schema == null) {
      return false;
    }
    try {
      return schema.validate(JSON.readTree(arguments)).isEmpty();
    } catch (JacksonException malformed) {
      return false;
    }
  }

  /** Gemini writes types in capitals, and says of each value whether it may be null. */
  private static JsonNode asJsonSchema(JsonNode node) {
    if (node instanceof ObjectNode object) {
      JsonNode type = object.get("type");
      if (type != null && type.isString()) {
        object.put("type", type.asString().toLowerCase(Locale.ROOT));
      }
      if (object.path("nullable").isBoolean() && object.path("nullable").asBoolean()) {
        String one = object.path("type").asString("object");
        object.putArray("type").add(one).add("null");
      }
    }
    for (JsonNode child : node) {
      asJsonSchema(child);
    }
    return node;
  }
}
