package dev.adze.internal.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A value that {@link JsonOut} has written, which knows how it was written. What is asked for has
 * to be there and of its type, unless the method says otherwise.
 */
public final class JsonIn {
  /** A text, or a value in it, is not what this version would have written. */
  public static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public UnreadableException(String message) {
      super(message, null, false, false);
    }
  }

  // A provider may have written one name twice in what a log shows, but nobody in what is kept.
  private static final JsonFactory SHOWN = factory(false);
  private static final JsonFactory KEPT = factory(true);

  private final String source;
  private final int from;
  private final int to;
  private final JsonToken token;
  private final String text;
  private final Map<String, JsonIn> fields = new LinkedHashMap<>();
  private final List<JsonIn> elements = new ArrayList<>();

  private static JsonFactory factory(boolean strict) {
    return JsonFactory.builder()
        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, strict)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();
  }

  private JsonIn(String source, JsonParser in) {
    this.source = source;
    this.from = (int) in.currentTokenLocation().getCharOffset();
    this.token = in.currentToken();
    this.text = token.isScalarValue() ? in.getString() : "";
    if (token == JsonToken.START_OBJECT) {
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        fields.put(name, new JsonIn(source, in));
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(new JsonIn(source, in));
      }
    }
    in.finishToken();
    this.to = (int) in.currentLocation().getCharOffset();
  }

  /** The object that was shown; null if the text holds none, or only a part of one. */
  public static @Nullable JsonIn shown(String json) {
    try {
      return object(json, SHOWN);
    } catch (UnreadableException | JacksonException torn) {
      return null;
    }
  }

  /**
   * The object that was kept.
   *
   * @throws UnreadableException if the text holds something else, or only a part of one
   */
  public static JsonIn kept(String json) {
    try {
      return object(json, KEPT);
    } catch (JacksonException torn) {
      throw new UnreadableException(torn.getOriginalMessage());
    }
  }

  private static JsonIn object(String json, JsonFactory factory) {
    try (JsonParser in = factory.createParser(ObjectReadContext.empty(), json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableException("it holds no object");
      }
      JsonIn value = new JsonIn(json, in);
      if (in.nextToken() != null) {
        throw new UnreadableException("something follows the object");
      }
      return value;
    }
  }

  /** The value as it was written. */
  public String json() {
    return source.substring(from, to);
  }

  /** Whether there is nothing. */
  public boolean isNull() {
    return token == JsonToken.VALUE_NULL;
  }

  /** Whether there is such a field, and something in it. */
  public boolean has(String name) {
    JsonIn value = fields.get(name);
    return value != null && !value.isNull();
  }

  /** A field. */
  public JsonIn get(String name) {
    JsonIn value = fields.get(name);
    if (value == null) {
      throw new UnreadableException("no field \"" + name + "\"");
    }
    return value;
  }

  /** The fields of a field that may be missing. */
  public Map<String, JsonIn> fields(String name) {
    return has(name) ? get(name).fields : Map.of();
  }

  /** All elements of an array. */
  public List<JsonIn> elements() {
    return elements;
  }

  /** What the elements of a field are, of which there are none if it is missing. */
  public <T> List<T> list(String name, Function<JsonIn, T> element) {
    return has(name) ? get(name).elements.stream().map(element).toList() : List.of();
  }

  /** What a field is; null if it is missing. */
  public <T> @Nullable T orNull(String name, Function<JsonIn, T> value) {
    return has(name) ? value.apply(get(name)) : null;
  }

  /** The text of a string. */
  public String text() {
    if (token != JsonToken.VALUE_STRING) {
      throw new UnreadableException("no text but " + json());
    }
    return text;
  }

  /** The text of a field. */
  public String text(String name) {
    return get(name).text();
  }

  /** The text of a field that may be missing. */
  public Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A JSON value as it was written, or the text that stands for one. */
  public String jsonText(String name) {
    JsonIn value = get(name);
    return value.token == JsonToken.VALUE_STRING ? value.text : value.json();
  }

  /** The whole number of a field. */
  public long number(String name) {
    JsonIn value = get(name);
    if (value.token != JsonToken.VALUE_NUMBER_INT) {
      throw new UnreadableException("no whole number in \"" + name + "\"");
    }
    try {
      return Long.parseLong(value.text);
    } catch (NumberFormatException tooLarge) {
      throw new UnreadableException("too large a number in \"" + name + "\"");
    }
  }

  /** The whole number of a field. */
  public int integer(String name) {
    try {
      return Math.toIntExact(number(name));
    } catch (ArithmeticException tooLarge) {
      throw new UnreadableException("too large a number in \"" + name + "\"");
    }
  }

  /** Whether a field says yes; a missing one says no. */
  public boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    JsonToken token = get(name).token;
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw new UnreadableException("no yes or no in \"" + name + "\"");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** The time of a field. */
  public Duration time(String name) {
    try {
      return Duration.parse(text(name));
    } catch (DateTimeException e) {
      throw new UnreadableException("no time in \"" + name + "\"");
    }
  }

  /** The time of a field that may be missing. */
  public @Nullable Duration timeOrNull(String name) {
    return has(name) ? time(name) : null;
  }

  /** The constant of a field. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    try {
      return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new UnreadableException("\"" + text(name) + "\" in \"" + name + "\" is not known");
    }
  }

  /** The constant of a field that may be missing. */
  public <E extends Enum<E>> @Nullable E constantOrNull(String name, Class<E> type) {
    return has(name) ? constant(name, type) : null;
  }
}
