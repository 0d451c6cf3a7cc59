package dev.adze.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of the types that {@link JsonReader#readAny} gives, and of their kin. */
final class AnyWriter {
  private AnyWriter() {}

  static void write(JsonWriter out, @Nullable Object value) {
    if (value == null) {
      out.nullValue();
    } else if (value instanceof CharSequence || value instanceof Character) {
      out.value(value.toString());
    } else if (value instanceof Boolean truth) {
      out.value(truth.booleanValue());
    } else if (value instanceof Number number) {
      number(out, number);
    } else if (value instanceof Map<?, ?> map) {
      map(out, map);
    } else if (value instanceof Collection<?> collection) {
      out.beginArray();
      checkDepth(out);
      for (Object element : collection) {
        write(out, element);
      }
      out.endArray();
    } else {
      throw unwritable(value);
    }
  }

  private static void map(JsonWriter out, Map<?, ?> map) {
    out.beginObject();
    checkDepth(out);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw new IllegalArgumentException(
            "The names of a JSON object are strings; got "
                + (entry.getKey() == null ? "null" : "a " + entry.getKey().getClass().getName())
                + ". Make them strings first.");
      }
      out.name(name);
      write(out, entry.getValue());
    }
    out.endObject();
  }

  private static void number(JsonWriter out, Number number) {
    if (number instanceof BigDecimal decimal) {
      out.value(decimal);
    } else if (number instanceof BigInteger integer) {
      out.value(integer);
    } else if (number instanceof Double value) {
      out.value(value.doubleValue());
    } else if (number instanceof Float value) {
      out.value(value.floatValue());
    } else if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      out.value(number.longValue());
    } else {
      throw unwritable(number);
    }
  }

  private static void checkDepth(JsonWriter out) {
    if (out.depth() > Cursor.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "JSON is written up to "
              + Cursor.MAX_DEPTH
              + " levels deep; the value nests deeper, or contains itself. Take levels out of it.");
    }
  }

  private static IllegalArgumentException unwritable(Object value) {
    return new IllegalArgumentException(
        "Untyped JSON is written from maps, collections, strings, numbers, booleans and null; got a "
            + value.getClass().getName()
            + ". Convert it to one of these, or give its place a type of its own.");
  }
}
