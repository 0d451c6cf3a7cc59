package dev.adze.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Members that a user adds to a request, kept as the text they were given as. */
public final class ExtraJson {
  private final Map<String, String> members;

  private ExtraJson(Map<String, String> members) {
    this.members = members;
  }

  /**
   * Reads the members.
   *
   * @throws IllegalArgumentException if the text is not one JSON object or has a name twice
   */
  public static ExtraJson parse(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser in = JsonTexts.parser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject("it is something else");
      }
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        if (members.put(name, JsonTexts.verbatim(in, json)) != null) {
          throw notAnObject("it has \"" + name + "\" twice");
        }
      }
      if (in.nextToken() != null) {
        throw notAnObject("something follows it");
      }
    } catch (JacksonException e) {
      throw notAnObject(e.getOriginalMessage());
    }
    return new ExtraJson(members);
  }

  private static IllegalArgumentException notAnObject(String found) {
    return new IllegalArgumentException(
        "Extra JSON must be one JSON object with distinct names, but " + found + ".");
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whether the member of this name is {@code true}. */
  public boolean isTrue(String name) {
    return "true".equals(members.get(name));
  }

  /**
   * Refuses a member of this name.
   *
   * @throws IllegalArgumentException if there is one
   */
  public void refuse(String name) {
    if (has(name)) {
      throw new IllegalArgumentException(
          "Extra JSON must not repeat what the request has, but has \""
              + name
              + "\". Set it as an option, or leave the option out.");
    }
  }

  /**
   * Takes out a list, for a request that has elements of its own to put before these.
   *
   * @return the elements without the brackets; blank if there are none
   * @throws IllegalArgumentException if the member is no list
   */
  public String takeList(String name) {
    String list = members.getOrDefault(name, "[]");
    if (!list.startsWith("[")) {
      throw new IllegalArgumentException(
          "Extra JSON may add to the request's \""
              + name
              + "\" with a list, but has "
              + list
              + ".");
    }
    members.remove(name);
    return list.substring(1, list.length() - 1);
  }

  /**
   * Takes out an object, for a request that has members of its own to put before these.
   *
   * @return its members; none if there is no such object
   * @throws IllegalArgumentException if the member is no object
   */
  public ExtraJson takeObject(String name) {
    String object = members.remove(name);
    return parse(object == null ? "{}" : object);
  }

  /** Writes the members into an object. */
  public void writeTo(JsonGenerator out) {
    members.forEach((name, value) -> {
      out.writeName(name);
      out.writeRawValue(value);
    });
  }
}
