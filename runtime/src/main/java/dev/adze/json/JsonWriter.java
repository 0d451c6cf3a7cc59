// Long because each Java type has a method, and what it may throw in its Javadoc.
package dev.adze.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

// Over 300 lines: one short method per type of value, each with its contract.
/**
 * Writes one JSON text: compact, the same for the same calls, commas put in by itself.
 *
 * <pre>{@code
 * String json = new JsonWriter().beginObject().name("guests").value(4).endObject().toString();
 * }</pre>
 *
 * <p>Calls that would not give JSON (a field's value without its name, a second root) are mistakes
 * of the caller and throw {@link IllegalStateException}, as do containers that nest more than 500
 * deep. Single use; not safe for use by several threads.
 */
public final class JsonWriter {
  /** An object that holds itself ends here, and not with the stack. */
  private static final int MAX_DEPTH = 500;

  /** Where the writer stands. */
  private static final byte EMPTY_ARRAY = 0;

  private static final byte ARRAY = 1;
  private static final byte EMPTY_OBJECT = 2;
  private static final byte OBJECT = 3;
  private static final byte AFTER_NAME = 4;
  private static final byte START = 5;
  private static final byte DONE = 6;

  /** Made for the first value that is not the whole text as it stands. */
  @SuppressWarnings("NullAway.Init")
  private StringBuilder out;

  /** A number or a boolean that is the whole text, as most results of tools are. */
  private @Nullable String root;

  private byte state = START;

  /** How many containers are open. */
  private short depth;

  /** Which of the outermost containers are objects: a bit for each, the root's the lowest. */
  private int objects;

  /** The same of all that are nested deeper. */
  private @Nullable BitSet deepObjects;

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
    StringText.append(out, name);
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
    StringText.append(out, value);
    return this;
  }

  /**
   * Writes {@code true} or {@code false}.
   *
   * @param value the value
   * @return this writer
   */
  public JsonWriter value(boolean value) {
    if (state == START) {
      return root(Boolean.toString(value));
    }
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
    if (state == START) {
      return root(Long.toString(value));
    }
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
    String text = Decimals.text(value);
    if (state == START) {
      return root(text);
    }
    beforeValue();
    out.append(text);
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
    String text = Decimals.text(value);
    if (state == START) {
      return root(text);
    }
    beforeValue();
    out.append(text);
    return this;
  }

  /**
   * Writes an integer of any size. {@link JsonReader} reads it back if its text has up to 1,000
   * characters.
   *
   * @param value the value
   * @return this writer
   */
  public JsonWriter value(BigInteger value) {
    beforeValue();
    out.append(value);
    return this;
  }

  /**
   * Writes a decimal with its digits and its scale, with an exponent where {@link
   * BigDecimal#toString} has one. {@link JsonReader#readBigDecimal} reads an equal one back if the
   * text has up to 1,000 characters, and would have up to 1,000 digits before and after the point
   * without its exponent.
   *
   * @param value the value
   * @return this writer
   */
  public JsonWriter value(BigDecimal value) {
    beforeValue();
    out.append(value);
    return this;
  }

  /**
   * Writes a character as a string.
   *
   * @param value the character; half of a surrogate pair becomes U+FFFD
   * @return this writer
   */
  public JsonWriter value(char value) {
    return value(String.valueOf(value));
  }

  /**
   * Writes bytes as a string of padded Base64 (RFC 4648, section 4).
   *
   * @param bytes the bytes; not changed
   * @return this writer
   */
  public JsonWriter base64(byte[] bytes) {
    return value(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Writes a value whose type is known at run time only: what {@link JsonReader#readAny} gives, any
   * {@link java.util.Map} with strings for keys, {@link java.util.Collection}, {@link CharSequence}
   * or {@link Character}, and the numbers of {@code java.lang} and {@code java.math}. After an
   * exception the text cannot be finished.
   *
   * @param value the value; null is written {@code null}
   * @return this writer
   * @throws IllegalArgumentException if the value or one in it is of another type or not a finite
   *     number, if it nests deeper than a {@link JsonReader} reads (64 levels, those around it
   *     included), or if it contains itself
   */
  public JsonWriter any(@Nullable Object value) {
    AnyWriter.write(this, value);
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
    return root == null ? out.toString() : root;
  }

  /** How many containers are open. */
  int depth() {
    return depth;
  }

  private JsonWriter begin(char bracket, byte inside) {
    beforeValue();
    if (depth == MAX_DEPTH) {
      throw misuse("Containers nest at most " + MAX_DEPTH + " deep, and no value holds itself");
    }
    boolean object = inside == EMPTY_OBJECT;
    if (depth < Integer.SIZE) {
      objects = object ? objects | 1 << depth : objects & ~(1 << depth);
    } else {
      if (deepObjects == null) {
        deepObjects = new BitSet();
      }
      deepObjects.set(depth, object);
    }
    depth++;
    out.append(bracket);
    state = inside;
    return this;
  }

  private JsonWriter end(char bracket) {
    out.append(bracket);
    depth--;
    state = depth == 0 ? DONE : isObject(depth - 1) ? OBJECT : ARRAY;
    return this;
  }

  private boolean isObject(int place) {
    return place < Integer.SIZE
        ? (objects & 1 << place) != 0
        : deepObjects != null && deepObjects.get(place);
  }

  private JsonWriter root(String text) {
    root = text;
    state = DONE;
    return this;
  }

  /** Writes the comma that a value needs, and moves to the state that follows the value. */
  private void beforeValue() {
    switch (state) {
      case ARRAY -> out.append(',');
      case EMPTY_ARRAY -> state = ARRAY;
      case AFTER_NAME -> state = OBJECT;
      case START -> {
        out = new StringBuilder(96);
        state = DONE;
      }
      default -> throw misuse("A value needs a name in an object, and a text has one root");
    }
  }

  private IllegalStateException misuse(String rule) {
    String text = root != null ? root : state == START ? "" : out.toString();
    int shown = Math.min(text.length(), 80);
    return new IllegalStateException(
        rule + "; the text so far ends in: " + text.substring(text.length() - shown));
  }
}
