package dev.adze.internal.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Small steps of making and reading trees. Whatever is read has to be there and of its type, unless
 * the method says otherwise: what is missing throws a {@link tools.jackson.core.JacksonException}.
 */
public final class Trees {
  // Escapes keep the halves of characters that a provider may have cut, which UTF-8 cannot hold.
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Trees() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The text of a tree, in ASCII. */
  public static String write(JsonNode tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** The tree of a text. */
  public static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }

  /** The elements of an array's text. */
  public static List<JsonNode> elements(String json) {
    return List.copyOf(read(json).asArray().elements());
  }

  /** Writes a list as an array of objects. */
  public static <T> void list(
      ObjectNode to, String name, List<? extends T> values, BiConsumer<ObjectNode, T> each) {
    var array = to.putArray(name);
    for (T value : values) {
      each.accept(array.addObject(), value);
    }
  }

  /** Reads an array; an empty list if there is none. */
  public static <T> List<T> list(JsonNode from, String name, Function<JsonNode, T> each) {
    List<T> values = new ArrayList<>();
    JsonNode array = from.path(name);
    for (JsonNode element : array) {
      values.add(each.apply(element));
    }
    return values;
  }

  /** Reads a text. */
  public static String text(JsonNode from, String name) {
    return from.required(name).stringValue();
  }

  /** Reads a text; the other one if there is none. */
  public static String text(JsonNode from, String name, String other) {
    return from.has(name) ? text(from, name) : other;
  }

  /** Reads a whole number. */
  public static int number(JsonNode from, String name) {
    return from.required(name).intValue();
  }

  /** Reads a whole number. */
  public static long longNumber(JsonNode from, String name) {
    return from.required(name).longValue();
  }

  /** Reads a yes or no; no if there is none. */
  public static boolean flag(JsonNode from, String name) {
    return from.has(name) && from.required(name).booleanValue();
  }

  /** Writes a yes; a no is left out. */
  public static void flag(ObjectNode to, String name, boolean value) {
    if (value) {
      to.put(name, true);
    }
  }

  /** Writes a time; null is left out. */
  public static void time(ObjectNode to, String name, @Nullable Duration value) {
    if (value != null) {
      to.put(name, value.toString());
    }
  }

  /** Reads a time. */
  public static Duration time(JsonNode from, String name) {
    return Duration.parse(text(from, name));
  }

  /** Reads a time; null if there is none. */
  public static @Nullable Duration timeOrNull(JsonNode from, String name) {
    return from.has(name) ? time(from, name) : null;
  }

  /** Writes a constant in lower case; null is left out. */
  public static void constant(ObjectNode to, String name, @Nullable Enum<?> value) {
    if (value != null) {
      to.put(name, value.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Reads a constant. */
  public static <E extends Enum<E>> E constant(JsonNode from, String name, Class<E> type) {
    return Enum.valueOf(type, text(from, name).toUpperCase(Locale.ROOT));
  }

  /** Reads a constant; null if there is none. */
  public static <E extends Enum<E>> @Nullable E constantOrNull(
      JsonNode from, String name, Class<E> type) {
    return from.has(name) ? constant(from, name, type) : null;
  }
}
