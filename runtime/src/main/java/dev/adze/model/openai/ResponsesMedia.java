package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.tool.Media;
import tools.jackson.core.JsonGenerator;

/** Writes an image or a file as the Responses API wants to be shown it. */
final class ResponsesMedia {
  private ResponsesMedia() {}

  static void write(JsonGenerator out, Media media) {
    out.writeStartObject();
    if (media.isImage()) {
      text(out, "type", "input_image");
      text(out, "detail", "auto");
    } else {
      text(out, "type", "input_file");
    }
    if (media instanceof Media.Stored stored) {
      text(out, "file_id", stored.fileId());
    } else if (media.isImage()) {
      text(out, "image_url", OpenAiMedia.url(media));
    } else if (media instanceof Media.Remote remote) {
      text(out, "file_url", remote.url());
    } else {
      text(out, "filename", OpenAiMedia.fileName(media));
      text(out, "file_data", OpenAiMedia.url(media));
    }
    out.writeEndObject();
  }

  private static void text(JsonGenerator out, String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }
}
