package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Tools that a request declares in the provider's own words: those that the provider runs, and
 * those of the program's that have a declaration of their own.
 */
final class AnthropicGivenTools {
  private final String elements;
  private final Set<String> names;

  private AnthropicGivenTools(String elements, Set<String> names) {
    this.elements = elements;
    this.names = names;
  }

  /**
   * Reads the names of the tools.
   *
   * @param elements the declarations, as in an array
   */
  static AnthropicGivenTools parse(String elements) {
    Set<String> names = new HashSet<>();
    try (JsonParser in = JsonTexts.parser("[" + elements + "]")) {
      in.nextToken();
      while (in.nextToken() == JsonToken.START_OBJECT) {
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          String text = JsonTexts.scalar(in, in.nextToken());
          if (name.equals("name")) {
            names.add(text);
          }
        }
      }
    }
    return new AnthropicGivenTools(elements.strip(), names);
  }

  boolean isEmpty() {
    return elements.isEmpty();
  }

  /** Whether there is a declaration of a tool of this name. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** Writes the declarations into an array, at its beginning. */
  void writeTo(JsonGenerator out) {
    if (!isEmpty()) {
      out.writeRawValue(elements);
    }
  }
}
