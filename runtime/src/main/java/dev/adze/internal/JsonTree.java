package dev.adze.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * A JSON value as a tree, for comparing and for hashing, which happen away from the path of a call.
 * Immutable once read. Two values are equal if they are the same JSON, whatever the order of
 * members, the white space and the escapes; numbers are compared as they are spelled.
 */
public sealed interface JsonTree {
  /**
   * An object.
   *
   * @param members its members in the order of the text
   */
  record Members(Map<String, JsonTree> members) implements JsonTree {}

  /** An array. */
  record Elements(List<JsonTree> elements) implements JsonTree {}

  /** A string. */
  record Text(String value) implements JsonTree {}

  /**
   * Anything else.
   *
   * @param json a number as it was spelled, {@code true}, {@code false} or {@code null}
   */
  record Literal(String json) implements JsonTree {}

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if it is not one JSON value, or has a member twice, saying why
   */
  static JsonTree parse(String json) {
    try (JsonParser in = JsonTexts.parser(json)) {
      if (in.nextToken() == null) {
        throw new IllegalArgumentException("There is nothing in it");
      }
      JsonTree tree = read(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("Something follows the first value");
      }
      return tree;
    } catch (JacksonException e) {
      @Nullable TokenStreamLocation at = e.getLocation();
      String line = at == null ? "" : " at line " + at.getLineNr();
      throw new IllegalArgumentException(e.getOriginalMessage() + line, e);
    }
  }

  private static JsonTree read(JsonParser in) {
    if (in.currentToken() == JsonToken.START_OBJECT) {
      Map<String, JsonTree> members = new LinkedHashMap<>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        if (members.put(name, read(in)) != null) {
          // Another reader may take the other one, so that a rule would be held against neither.
          throw new IllegalArgumentException("A member is there twice: " + name);
        }
      }
      return new Members(members);
    }
    if (in.currentToken() == JsonToken.START_ARRAY) {
      List<JsonTree> elements = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        elements.add(read(in));
      }
      return new Elements(elements);
    }
    return in.currentToken() == JsonToken.VALUE_STRING
        ? new Text(in.getString())
        : new Literal(in.getString());
  }

  /**
   * The one text of all that equal this value: members sorted by name, no white space, ASCII only.
   */
  default String canonical() {
    StringBuilder out = new StringBuilder();
    append(out);
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (this instanceof Members object) {
      String start = "{";
      for (Map.Entry<String, JsonTree> member : new TreeMap<>(object.members).entrySet()) {
        out.append(start);
        appendQuoted(out, member.getKey());
        out.append(':');
        member.getValue().append(out);
        start = ",";
      }
      out.append(object.members.isEmpty() ? "{}" : "}");
    } else if (this instanceof Elements array) {
      out.append('[');
      for (Iterator<JsonTree> rest = array.elements.iterator(); rest.hasNext(); ) {
        rest.next().append(out);
        out.append(rest.hasNext() ? "," : "");
      }
      out.append(']');
    } else if (this instanceof Text text) {
      appendQuoted(out, text.value);
    } else if (this instanceof Literal literal) {
      out.append(literal.json);
    }
  }

  private static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
