package dev.adze.log;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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

/** One line of JSON in the making: an object, written field by field. */
final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

  private final StringWriter text = new StringWriter(512);
  private final JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text);
  private final UnaryOperator<String> redaction;

  /**
   * @param redaction what becomes of texts that people, models and tools have written
   */
  JsonLine(UnaryOperator<String> redaction) {
    this.redaction = redaction;
    out.writeStartObject();
  }

  /** Ends the object and gives the line, without a line break, as UTF-8. */
  byte[] end() {
    out.writeEndObject();
    out.close();
    return Surrogates.escapeLone(text.toString()).getBytes(StandardCharsets.UTF_8);
  }

  /** A text that somebody has written, and that may have to be redacted. */
  JsonLine text(String name, @Nullable String value) {
    return field(name, value == null ? null : redaction.apply(value));
  }

  JsonLine text(String name, Optional<String> value) {
    return text(name, value.orElse(null));
  }

  /** A JSON text that somebody has written, and that may have to be redacted. */
  JsonLine jsonText(String name, String json) {
    return json(name, redaction.apply(json));
  }

  JsonLine field(String name, @Nullable String value) {
    out.writeName(name);
    if (value == null) {
      out.writeNull();
    } else {
      out.writeString(value);
    }
    return this;
  }

  JsonLine field(String name, Optional<String> value) {
    return field(name, value.orElse(null));
  }

  JsonLine field(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  JsonLine field(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  JsonLine field(String name, Enum<?> value) {
    return field(name, value.name().toLowerCase(Locale.ROOT));
  }

  /** A value that is JSON already; what turns out to be none, or a string, becomes a string. */
  JsonLine json(String name, String json) {
    out.writeName(name);
    if (isOneValue(json)) {
      // In JSON, line breaks stand between tokens only, where a space means the same.
      out.writeRawValue(json.replace('\n', ' ').replace('\r', ' '));
    } else {
      out.writeString(json);
    }
    return this;
  }

  /** A nested object whose fields the given action writes. */
  JsonLine object(String name, Runnable fields) {
    out.writeName(name);
    return element(fields);
  }

  /** An array of objects, one for each value. */
  <T> JsonLine array(String name, List<? extends T> values, Consumer<T> fields) {
    out.writeName(name).writeStartArray();
    for (T value : values) {
      element(() -> fields.accept(value));
    }
    out.writeEndArray();
    return this;
  }

  JsonLine strings(String name, List<String> values) {
    out.writeName(name).writeStartArray();
    values.forEach(out::writeString);
    out.writeEndArray();
    return this;
  }

  private JsonLine element(Runnable fields) {
    out.writeStartObject();
    fields.run();
    out.writeEndObject();
    return this;
  }

  private static boolean isOneValue(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
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
