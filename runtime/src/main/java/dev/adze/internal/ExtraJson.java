package dev.adze.internal;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Members that a user adds to a request, kept as the text they were given as. */
public final class ExtraJson {
  private final String members;
  private final Set<String> names;

  private ExtraJson(String members, Set<String> names) {
    this.members = members;
    this.names = names;
  }

  /**
   * Reads the names of the members.
   *
   * @throws IllegalArgumentException if the text is not one JSON object or has a name twice
   */
  public static ExtraJson parse(String json) {
    Set<String> names = new HashSet<>();
    try (JsonParser in = JsonTexts.parser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw notAnObject("it is something else");
      }
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        if (!names.add(name)) {
          throw notAnObject("it has \"" + name + "\" twice");
        }
        in.nextToken();
        in.skipChildren();
      }
      if (in.nextToken() != null) {
        throw notAnObject("something follows it");
      }
    } catch (JacksonException e) {
      throw notAnObject(e.getOriginalMessage());
    }
    return new ExtraJson(json.substring(json.indexOf('{') + 1, json.lastIndexOf('}')), names);
  }

  private static IllegalArgumentException notAnObject(String found) {
    return new IllegalArgumentException(
        "Extra JSON must be one JSON object with distinct names, but " + found + ".");
  }

  /** Whether there is a member of this name. */
  public boolean has(String name) {
    return names.contains(name);
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

  /** Writes the members into an object that has at least one already. */
  public void writeTo(JsonGenerator out) {
    if (!names.isEmpty()) {
      out.writeRaw(',');
      out.writeRaw(members);
    }
  }
}
