package dev.adze.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A value of a line of a log, which knows how it was written. */
final class JsonValue {
  /** A line, or a value in it, is not what this version would have written. */
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message, null, false, false);
    }
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final String json;
  private final JsonToken token;
  private final String text;
  private final Map<String, JsonValue> fields = new LinkedHashMap<>();
  private final List<JsonValue> elements = new ArrayList<>();

  private JsonValue(String line, JsonParser in) {
    int from = (int) in.currentTokenLocation().getCharOffset();
    this.token = in.currentToken();
    this.text = token.isScalarValue() ? in.getString() : "";
    if (token == JsonToken.START_OBJECT) {
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        fields.put(name, new JsonValue(line, in));
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(new JsonValue(line, in));
      }
    }
    in.finishToken();
    this.json = line.substring(from, (int) in.currentLocation().getCharOffset());
  }

  /** The object that a line holds; null if it holds none, or only a part of one. */
  static @Nullable JsonValue parse(String line) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      JsonValue value = new JsonValue(line, in);
      return in.nextToken() == null ? value : null;
    } catch (JacksonException torn) {
      return null;
    }
  }

  /** The value as it was written. */
  String json() {
    return json;
  }

  boolean isNull() {
    return token == JsonToken.VALUE_NULL;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  JsonValue get(String name) {
    JsonValue value = fields.get(name);
    if (value == null) {
      throw new UnreadableException("no field \"" + name + "\"");
    }
    return value;
  }

  Map<String, JsonValue> fields() {
    return fields;
  }

  List<JsonValue> elements() {
    return elements;
  }

  List<JsonValue> elements(String name) {
    return get(name).elements;
  }

  /** The elements of a field that may be missing. */
  List<JsonValue> elementsIfAny(String name) {
    return has(name) ? elements(name) : List.of();
  }

  /** The text of a string or a scalar. */
  String text() {
    return text;
  }

  String text(String name) {
    JsonValue value = get(name);
    if (value.token != JsonToken.VALUE_STRING) {
      throw new UnreadableException("no text in \"" + name + "\"");
    }
    return value.text;
  }

  Optional<String> optionalText(String name) {
    return get(name).isNull() ? Optional.empty() : Optional.of(text(name));
  }

  /** A JSON value as it was written, or the text that turned out to be none. */
  String jsonText(String name) {
    JsonValue value = get(name);
    return value.token == JsonToken.VALUE_STRING ? value.text : value.json;
  }

  long number(String name) {
    return Long.parseLong(get(name).text);
  }

  int integer(String name) {
    return Integer.parseInt(get(name).text);
  }

  boolean flag(String name) {
    return get(name).token == JsonToken.VALUE_TRUE;
  }
}
