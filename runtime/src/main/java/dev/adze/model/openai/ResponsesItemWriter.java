package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
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
        if (name.equals("encrypted_content") && value == JsonToken.VALUE_STRING
            || name.equals("content")
                && value == JsonToken.START_ARRAY
                && in.nextToken() != JsonToken.END_ARRAY) {
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
    write(withId, null, null, null);
  }

  /**
   * Writes a call with what it is called in this conversation.
   *
   * @param withId whether its id goes with it
   */
  void write(boolean withId, String callId, String tool, String arguments) {
    out.writeStartObject();
    try (JsonParser in = JsonTexts.parser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        in.nextToken();
        String value = JsonTexts.verbatim(in, json);
        if (withId || !name.equals("id")) {
          out.writeName(name);
          String replaced =
              switch (name) {
                case "call_id" -> callId;
                case "name" -> tool;
                case "arguments" -> arguments;
                default -> null;
              };
          if (replaced == null) {
            out.writeRawValue(value);
          } else {
            out.writeString(JsonTexts.wellFormed(replaced));
          }
        }
      }
    }
    out.writeEndObject();
  }
}
