package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** One block of a message that is sent. */
sealed interface AnthropicContent {
  /**
   * Writes the block.
   *
   * @param cacheControl the JSON of the mark that it ends what is cached; empty for none
   */
  void write(JsonGenerator out, String cacheControl);

  /**
   * A block that came from the provider and goes back as it was.
   *
   * @param json the whole block
   * @param thinking whether it is what the model thought
   */
  record Kept(String json, boolean thinking) implements AnthropicContent {
    /** Never with a mark: blocks of the model do not take one everywhere. */
    @Override
    public void write(JsonGenerator out, String cacheControl) {
      out.writeRawValue(json);
    }
  }

  /**
   * Plain text.
   *
   * @param text not empty
   */
  record Text(String text) implements AnthropicContent {
    @Override
    public void write(JsonGenerator out, String cacheControl) {
      new Made("text", members -> member(members, "text", text)).write(out, cacheControl);
    }
  }

  /**
   * Any other block.
   *
   * @param type its type
   * @param members writes all its other members
   */
  record Made(String type, Consumer<JsonGenerator> members) implements AnthropicContent {
    @Override
    public void write(JsonGenerator out, String cacheControl) {
      out.writeStartObject();
      member(out, "type", type);
      members.accept(out);
      if (!cacheControl.isEmpty()) {
        out.writeName("cache_control");
        out.writeRawValue(cacheControl);
      }
      out.writeEndObject();
    }
  }

  /** Writes a member whose value is text. */
  static void member(JsonGenerator out, String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }
}
