package dev.adze.json;

import java.util.Arrays;

/**
 * Writes one JSON text: compact, the same for the same calls, commas put in by itself.
 *
 * <pre>{@code
 * String json = new JsonWriter().beginObject().name("guests").value(4).endObject().toString();
 * }</pre>
 *
 * <p>Calls that would not give JSON (a field's value without its name, a second root) are mistakes
 * of the caller and throw {@link IllegalStateException}. Single use; not safe for use by several
 * threads.
 */
public final class JsonWriter {
  /** Where the writer stands; the values that are kept per open container come first. */
  private static final byte EMPTY_ARRAY = 0;

  private static final byte ARRAY = 1;
  private static final byte EMPTY_OBJECT = 2;
  private static final byte OBJECT = 3;
  private static final byte AFTER_NAME = 4;
  private static final byte START = 5;
  private static final byte DONE = 6;

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(64);
  private byte state = START;

  /** The states of the containers around the current one. */
  private byte[] outer = new byte[8];

  private int depth;

  /** Starts an empty text. */
  public JsonWriter() {}

  /**
   * Opens an object.
   *
   * @return this writer
   */
  public JsonWriter beginObject() {
    return begin('{', EMPTY_OBJECT);
  }

  /**
   * Closes the object.
   *
   * @return this writer
   */
  public JsonWriter endObject() {
    if (state != OBJECT && state != EMPTY_OBJECT) {
      throw misuse("endObject() closes an object");
    }
    return end('}');
  }

  /**
   * Opens an array.
   *
   * @return this writer
   */
  public JsonWriter beginArray() {
    return begin('[', EMPTY_ARRAY);
  }

  /**
   * Closes the array.
   *
   * @return this writer
   */
  public JsonWriter endArray() {
    if (state != ARRAY && state != EMPTY_ARRAY) {
      throw misuse("endArray() closes an array");
    }
    return end(']');
  }

  /**
   * Writes the name of the field whose value comes next. That names are unique is up to the caller.
   *
   * @param name the name, escaped where JSON asks for it
   * @return this writer
   */
  public JsonWriter name(String name) {
    if (state == OBJECT) {
      out.append(',');
    } else if (state != EMPTY_OBJECT) {
      throw misuse("name(\"" + name + "\") needs an open object that waits for a field");
    }
    string(name);
    out.append(':');
    state = AFTER_NAME;
    return this;
  }

  /**
   * Writes a string. Quotes, backslashes and control characters are escaped. Half of a surrogate
   * pair becomes U+FFFD: a text that holds one cannot be encodable as UTF-8, which is what every
   * provider and every log is sent.
   *
   * @param value the string; {@link #nullValue} is for null
   * @return this writer
   */
  public JsonWriter value(String value) {
    beforeValue();
    string(value);
    return this;
  }

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param value the value
   * @return this writer
   */
  public JsonWriter value(boolean value) {
    beforeValue();
    out.append(value);
    return this;
  }

  /**
   * Writes an integer.
   *
   * @param value the value
   * @return this writer
   */
  public JsonWriter value(long value) {
    beforeValue();
    out.append(value);
    return this;
  }

  /**
   * Writes the shortest decimal that reads back as the same {@code double}, on every JDK the same,
   * as {@link Double#toString(double)} of JDK 19 and later gives it.
   *
   * @param value a finite value
   * @return this writer
   * @throws IllegalArgumentException if the value is infinite or not a number
   */
  public JsonWriter value(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "JSON has no " + value + "; only finite numbers are written.");
    }
    beforeValue();
    out.append(Decimals.text(value));
    return this;
  }

  /**
   * Writes the shortest decimal that reads back as the same {@code float}, on every JDK the same,
   * as {@link Float#toString(float)} of JDK 19 and later gives it.
   *
   * @param value a finite value
   * @return this writer
   * @throws IllegalArgumentException if the value is infinite or not a number
   */
  public JsonWriter value(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "JSON has no " + value + "; only finite numbers are written.");
    }
    beforeValue();
    out.append(Decimals.text(value));
    return this;
  }

  /**
   * Writes {@code null}.
   *
   * @return this writer
   */
  public JsonWriter nullValue() {
    beforeValue();
    out.append("null");
    return this;
  }

  /**
   * Writes a value that is JSON already, as {@link JsonReader#readRaw} gives it. It is not checked.
   *
   * @param json exactly one JSON value
   * @return this writer
   */
  public JsonWriter rawValue(String json) {
    beforeValue();
    out.append(json);
    return this;
  }

  /**
   * The finished text.
   *
   * @throws IllegalStateException if it is not finished
   */
  @Override
  public String toString() {
    if (state != DONE) {
      throw misuse("toString() needs a finished value");
    }
    return out.toString();
  }

  private JsonWriter begin(char bracket, byte inside) {
    beforeValue();
    if (depth == outer.length) {
      outer = Arrays.copyOf(outer, depth * 2);
    }
    outer[depth++] = state;
    out.append(bracket);
    state = inside;
    return this;
  }

  private JsonWriter end(char bracket) {
    out.append(bracket);
    state = outer[--depth];
    return this;
  }

  /** Writes the comma that a value needs, and moves to the state that follows the value. */
  private void beforeValue() {
    switch (state) {
      case ARRAY -> out.append(',');
      case EMPTY_ARRAY -> state = ARRAY;
      case AFTER_NAME -> state = OBJECT;
      case START -> state = DONE;
      default -> throw misuse("A value needs a name in an object, and a text has one root");
    }
  }

  private IllegalStateException misuse(String rule) {
    int shown = Math.min(out.length(), 80);
    return new IllegalStateException(
        rule + "; the text so far ends in: " + out.substring(out.length() - shown));
  }

  private void string(String value) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
        continue;
      }
      out.append(value, plain, i);
      escape(c);
      plain = i + 1;
    }
    // Appending a whole String is a copy of bytes; appending a part of one goes by characters.
    if (plain == 0) {
      out.append(value);
    } else {
      out.append(value, plain, value.length());
    }
    out.append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
          out.append('\uFFFD');
        }
      }
    }
  }
}
