package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * How much more strictness one request can hold: the provider refuses one whose schemas have more
 * than these numbers together.
 */
final class AnthropicStrictBudget {
  private int tools = 20;
  private int optionals = 24;
  private int unions = 16;
  private int foundOptionals;
  private int foundUnions;

  /** Whether the tool with this schema can be strict too; it counts then. */
  boolean takesTool(String schema) {
    if (tools > 0 && takes(schema)) {
      tools--;
      return true;
    }
    return false;
  }

  /** Whether there is room for this schema; it counts then. */
  boolean takes(String schema) {
    foundOptionals = 0;
    foundUnions = 0;
    try (JsonParser in = JsonTexts.parser(schema)) {
      count(in, in.nextToken());
    }
    if (foundOptionals > optionals || foundUnions > unions) {
      return false;
    }
    optionals -= foundOptionals;
    unions -= foundUnions;
    return true;
  }

  private void count(JsonParser in, JsonToken schema) {
    if (schema != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String keyword = in.nextName(); keyword != null; keyword = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (keyword) {
        case "properties" -> {
          // Counted first, because the schemas inside add to the sum.
          int properties = countEach(in, value);
          foundOptionals += properties;
        }
        case "required" -> foundOptionals -= elements(in, value);
        case "$defs" -> countEach(in, value);
        case "items" -> count(in, value);
        case "anyOf" -> {
          foundUnions++;
          countEach(in, value);
        }
        case "type" -> {
          foundUnions += value == JsonToken.START_ARRAY ? 1 : 0;
          in.skipChildren();
        }
        default -> in.skipChildren();
      }
    }
  }

  /** Counts each schema in an object or array, and gives back how many there are. */
  private int countEach(JsonParser in, JsonToken token) {
    int schemas = 0;
    if (token.isStructStart()) {
      JsonToken next = in.nextToken();
      while (!next.isStructEnd()) {
        if (next != JsonToken.PROPERTY_NAME) {
          schemas++;
          count(in, next);
        }
        next = in.nextToken();
      }
    }
    return schemas;
  }

  private static int elements(JsonParser in, JsonToken token) {
    int elements = 0;
    if (token == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        in.skipChildren();
        elements++;
      }
    }
    return elements;
  }
}
