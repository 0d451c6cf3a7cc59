package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Writes an item as the provider gave it, member by member, but for its id. */
final class ResponsesItemWriter {
  private final JsonGenerator out;
  private final String json;

  ResponsesItemWriter(JsonGenerator out, String json) {
    this.out = out;
    this.json = json;
  }

  /**
   * Whether a reasoning item tells a provider anything that has not kept it: its summary does not.
   */
  static boolean isSelfContained(String json) {
    try (JsonParser in = JsonTexts.parser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        boolean encrypted = name.equals("encrypted_content") && value == JsonToken.VALUE_STRING;
        boolean list = name.equals("content") && value == JsonToken.START_ARRAY;
        if (encrypted || (list && in.nextToken() != JsonToken.END_ARRAY)) {
          return true;
        }
        in.skipChildren();
      }
      return false;
    }
  }

  /**
   * @param withId whether its id goes with it
   */
  void write(boolean withId) {
    write(withId, name -> null);
  }

  /**
   * Writes it with some of its members replaced by other texts.
   *
   * @param withId whether its id goes with it
   * @param replacements the text in place of a member of this name; null to keep it
   */
  void write(boolean withId, UnaryOperator<@Nullable String> replacements) {
    out.writeStartObject();
    try (JsonParser in = JsonTexts.parser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        String value = JsonTexts.verbatim(in, json);
        if (withId || !name.equals("id")) {
          out.writeName(name);
          String replacement = replacements.apply(name);
          if (replacement == null) {
            out.writeRawValue(value);
          } else {
            out.writeString(JsonTexts.wellFormed(replacement));
          }
        }
      }
    }
    out.writeEndObject();
  }
}
