package dev.adze.internal;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Small steps of reading and writing JSON that the clients of all providers take. */
public final class JsonTexts {
  /** Shared, because it keeps the table of member names. */
  public static final JsonFactory FACTORY = new JsonFactory();

  private static final double GREATEST = 0x1p53;

  private JsonTexts() {}

  /** A parser of the text, before its first token. */
  public static JsonParser parser(String json) {
    return FACTORY.createParser(ObjectReadContext.empty(), json);
  }

  /** The text of a scalar; empty for null, and for an object or array, which is skipped. */
  public static String scalar(JsonParser in, JsonToken value) {
    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      return in.getString();
    }
    in.skipChildren();
    return "";
  }

  /**
   * A number without what stands behind its point; 0 for anything else, which is skipped. One
   * beyond 2^53 is that: no answer is lost to a count that nobody can mean, and sums stay sums.
   */
  public static long number(JsonParser in, JsonToken value) {
    if (value.isNumeric()) {
      return (long) Math.max(-GREATEST, Math.min(GREATEST, in.getDoubleValue()));
    }
    in.skipChildren();
    return 0;
  }

  /**
   * A number as {@link #number}, but 0 for one below it: a sum must not shrink by what is added.
   */
  public static long count(JsonParser in, JsonToken value) {
    return Math.max(0, number(in, value));
  }

  /** The text of a scalar, or the JSON of an object or array. */
  public static String text(JsonParser in, JsonToken value) {
    return value.isScalarValue() ? scalar(in, value) : json(in);
  }

  /**
   * The value that the parser is at, as it stands in the text. The parser is at its end afterwards.
   *
   * @param json what the parser reads
   */
  public static String verbatim(JsonParser in, String json) {
    int start = (int) in.currentTokenLocation().getCharOffset();
    in.skipChildren();
    in.finishToken();
    return json.substring(start, (int) in.currentLocation().getCharOffset());
  }

  /** The value that the parser is at, as JSON. The parser is at its end afterwards. */
  public static String json(JsonParser in) {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
      out.copyCurrentStructureExact(in);
    }
    return json.toString();
  }

  /** Whether the text is one JSON object and nothing else. */
  public static boolean isObject(String json) {
    try (JsonParser in = parser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Whether arguments are none: models write nothing at all then, and some write null. */
  public static boolean saysNothing(String arguments) {
    return arguments.isBlank() || arguments.strip().equals("null");
  }

  /**
   * A call's arguments as an object, which every wire format wants: what the model wrote if it is
   * one, an empty one if it wrote nothing, else one that holds what it wrote.
   */
  public static String objectOf(String arguments) {
    if (saysNothing(arguments)) {
      return "{}";
    }
    if (isObject(arguments)) {
      return arguments;
    }
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
      out.writeStartObject();
      out.writeName("INVALID_JSON");
      out.writeString(wellFormed(arguments));
      out.writeEndObject();
    }
    return json.toString();
  }

  /** The members of an object in their order, each value as it was written. */
  public static Map<String, String> members(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser in = parser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        members.put(name, verbatim(in, json));
      }
    }
    return members;
  }

  /** An object of these members, whose values are JSON. */
  public static String object(Map<String, String> members) {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
      out.writeStartObject();
      members.forEach((name, value) -> {
        out.writeName(name);
        out.writeRawValue(value);
      });
      out.writeEndObject();
    }
    return json.toString();
  }

  /** The text as a JSON string. */
  public static String quoted(String text) {
    StringWriter json = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
      out.writeString(wellFormed(text));
    }
    return json.toString();
  }

  /**
   * The text with U+FFFD in place of each half of a character that has lost its other half: such
   * text cannot be written as UTF-8.
   */
  public static String wellFormed(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isHalf(c)) {
        return replaceHalves(text);
      }
    }
    return text;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String replaceHalves(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints().map(c -> isHalf(c) ? 0xfffd : c).forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
