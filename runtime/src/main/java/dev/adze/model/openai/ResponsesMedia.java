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
    } else if (media instanceof Media.Remote remote) {
      text(out, media.isImage() ? "image_url" : "file_url", remote.url());
    } else if (media instanceof Media.Inline inline) {
      String url = "data:" + inline.mediaType() + ";base64," + inline.base64();
      if (media.isImage()) {
        text(out, "image_url", url);
      } else {
        text(out, "filename", fileName(inline));
        text(out, "file_data", url);
      }
    }
    out.writeEndObject();
  }

  /** A name is required, and its ending helps to tell what the file is. */
  private static String fileName(Media.Inline file) {
    if (!file.name().isEmpty()) {
      return file.name();
    }
    String subtype = file.mediaType().substring(file.mediaType().indexOf('/') + 1);
    return subtype.matches("[a-z0-9]{1,8}") ? "file." + subtype : "file";
  }

  private static void text(JsonGenerator out, String name, String text) {
    out.writeName(name);
    out.writeString(JsonTexts.wellFormed(text));
  }
}
