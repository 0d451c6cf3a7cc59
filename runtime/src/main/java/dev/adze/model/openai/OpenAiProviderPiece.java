package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Something that the provider did or made by itself, as a chunk has it.
 *
 * @param member the list that it stands in
 * @param type what the provider calls it
 * @param index its place, or the type again if it has none: the same for all pieces of it
 * @param json the element
 */
record OpenAiProviderPiece(String member, String type, String index, String json) {
  static OpenAiProviderPiece read(String member, String json) {
    String type = "";
    String index = "";
    try (JsonParser in = JsonTexts.parser(json)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        for (String name = in.nextName(); name != null; name = in.nextName()) {
          JsonToken value = in.nextToken();
          switch (name) {
            case "type" -> type = JsonTexts.scalar(in, value);
            case "index" -> index = JsonTexts.scalar(in, value);
            default -> in.skipChildren();
          }
        }
      }
    }
    return new OpenAiProviderPiece(member, type, index.isEmpty() ? type : index, json);
  }
}
