package dev.adze.internal.json;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One object of JSON in the making, written field by field, for one of two uses. What is to be
 * shown has every field, JSON in it as JSON, and other people's texts redacted. What is to be kept
 * has every text to the letter and in ASCII, and leaves out what is as usual: no text, no, nothing.
 */
public final class JsonOut {
  private static final JsonFactory SHOWN = new JsonFactory();

  // Escapes keep the halves of characters that a provider may have cut, which UTF-8 cannot hold.
  private static final JsonFactory KEPT =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final StringWriter text = new StringWriter(512);
  private final boolean kept;
  private final UnaryOperator<String> redaction;
  private final JsonGenerator out;

  private JsonOut(boolean kept, UnaryOperator<String> redaction) {
    this.kept = kept;
    this.redaction = redaction;
    this.out = (kept ? KEPT : SHOWN).createGenerator(ObjectWriteContext.empty(), text);
    out.writeStartObject();
  }

  /**
   * Begins an object that is to be shown.
   *
   * @param redaction what becomes of texts that people, models and tools have written
   */
  public static JsonOut toShow(UnaryOperator<String> redaction) {
    return new JsonOut(false, redaction);
  }

  /** Begins an object that is to be kept. */
  public static JsonOut toKeep() {
    return new JsonOut(true, UnaryOperator.identity());
  }

  /** Ends the object and gives its text, without a line break. */
  public String end() {
    out.writeEndObject();
    out.close();
    return Surrogates.escapeLone(text.toString());
  }

  /** Ends the object and gives it as UTF-8, without a line break. */
  public byte[] line() {
    return end().getBytes(StandardCharsets.UTF_8);
  }

  /** A text that somebody has written, and that may have to be redacted. */
  public JsonOut text(String name, @Nullable String value) {
    return field(name, value == null ? null : redaction.apply(value));
  }

  /** A text that somebody has written, and that may have to be redacted. */
  public JsonOut text(String name, Optional<String> value) {
    return text(name, value.orElse(null));
  }

  /** A text that somebody has written, and that is usually this one. */
  public JsonOut text(String name, String value, String usual) {
    return kept && value.equals(usual) ? this : text(name, value);
  }

  /** A JSON text that somebody has written, and that may have to be redacted. */
  public JsonOut jsonText(String name, String json) {
    return json(name, redaction.apply(json));
  }

  /** A text of ours. */
  public JsonOut field(String name, @Nullable String value) {
    if (value != null) {
      out.writeStringProperty(name, value);
    } else if (!kept) {
      out.writeNullProperty(name);
    }
    return this;
  }

  /** A text of ours. */
  public JsonOut field(String name, Optional<String> value) {
    return field(name, value.orElse(null));
  }

  /** A number. */
  public JsonOut field(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  /** A yes or no. */
  public JsonOut field(String name, boolean value) {
    if (value || !kept) {
      out.writeBooleanProperty(name, value);
    }
    return this;
  }

  /** A constant, in lower case. */
  public JsonOut field(String name, @Nullable Enum<?> value) {
    return field(name, value == null ? null : value.name().toLowerCase(Locale.ROOT));
  }

  /** A time. */
  public JsonOut field(String name, @Nullable Duration value) {
    return field(name, value == null ? null : value.toString());
  }

  /**
   * A value that is JSON already; what turns out to be none, or a string, becomes a string. To be
   * kept, all become strings, which nobody formats anew.
   */
  public JsonOut json(String name, @Nullable String json) {
    if (json == null) {
      return field(name, json);
    }
    out.writeName(name);
    if (!kept && isOneValue(json)) {
      // In JSON, line breaks stand between tokens only, where a space means the same.
      out.writeRawValue(json.replace('\n', ' ').replace('\r', ' '));
    } else {
      out.writeString(json);
    }
    return this;
  }

  /** A value that another one of these has written. */
  public JsonOut written(String name, String json) {
    out.writeName(name).writeRawValue(json);
    return this;
  }

  /** An array of values that others of these have written. */
  public JsonOut written(String name, List<String> jsons) {
    out.writeName(name).writeStartArray();
    jsons.forEach(out::writeRawValue);
    out.writeEndArray();
    return this;
  }

  /** A nested object whose fields the given action writes. */
  public JsonOut object(String name, Runnable fields) {
    out.writeName(name);
    return element(fields);
  }

  /** A nested object; nothing if there is no value. */
  public <T> JsonOut object(String name, @Nullable T value, Consumer<? super T> fields) {
    if (value != null) {
      object(name, () -> fields.accept(Objects.requireNonNull(value)));
    } else if (!kept) {
      out.writeNullProperty(name);
    }
    return this;
  }

  /** An array of objects, one for each value. */
  public <T> JsonOut array(String name, List<? extends T> values, Consumer<T> fields) {
    out.writeName(name).writeStartArray();
    for (T value : values) {
      element(() -> fields.accept(value));
    }
    out.writeEndArray();
    return this;
  }

  /** An array of texts of ours. */
  public JsonOut strings(String name, List<String> values) {
    out.writeName(name).writeStartArray();
    values.forEach(out::writeString);
    out.writeEndArray();
    return this;
  }

  private JsonOut element(Runnable fields) {
    out.writeStartObject();
    fields.run();
    out.writeEndObject();
    return this;
  }

  private static boolean isOneValue(String json) {
    try (JsonParser in = SHOWN.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = in.nextToken();
      // A string stands for a text that is no JSON, so a JSON string has to be written as a text.
      return first != null
          && first != JsonToken.VALUE_STRING
          && in.skipChildren().nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
