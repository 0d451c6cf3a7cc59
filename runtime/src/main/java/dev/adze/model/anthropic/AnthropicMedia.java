package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicContent.member;

import dev.adze.tool.Media;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;

/** Images and files as blocks. */
final class AnthropicMedia {
  private AnthropicMedia() {}

  /**
   * The block of an image or a file.
   *
   * @param cited whether the model cites it if it is a document
   */
  static AnthropicContent block(Media media, boolean cited) {
    if (media.isImage()) {
      return new AnthropicContent.Made("image", out -> source(out, media));
    }
    if (media instanceof Media.Stored stored && !isReadable(stored)) {
      // The model cannot read it, but the provider's code execution can.
      return new AnthropicContent.Made(
          "container_upload", out -> member(out, "file_id", stored.fileId()));
    }
    return new AnthropicContent.Made(
        "document",
        out -> {
          source(out, media);
          if (!media.name().isBlank()) {
            member(out, "title", media.name());
          }
          if (cited) {
            out.writeName("citations");
            out.writeRawValue("{\"enabled\":true}");
          }
        });
  }

  private static boolean isReadable(Media media) {
    return isText(media) || media.mediaType().equalsIgnoreCase("application/pdf");
  }

  private static boolean isText(Media media) {
    return media.mediaType().regionMatches(true, 0, "text/", 0, "text/".length());
  }

  private static void source(JsonGenerator out, Media media) {
    out.writeName("source");
    out.writeStartObject();
    if (media instanceof Media.Inline inline) {
      inline(out, inline);
    } else if (media instanceof Media.Remote remote) {
      member(out, "type", "url");
      member(out, "url", remote.url());
    } else if (media instanceof Media.Stored stored) {
      member(out, "type", "file");
      member(out, "file_id", stored.fileId());
    }
    out.writeEndObject();
  }

  /** Text is not taken as base64, and of its many types only the plain one is known. */
  private static void inline(JsonGenerator out, Media.Inline media) {
    if (isText(media)) {
      member(out, "type", "text");
      member(out, "media_type", "text/plain");
      member(out, "data", decoded(media));
    } else {
      member(out, "type", "base64");
      member(out, "media_type", media.mediaType());
      out.writeName("data");
      out.writeString(media.base64());
    }
  }

  private static String decoded(Media.Inline media) {
    try {
      return new String(Base64.getDecoder().decode(media.base64()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Inline media must be base64, but " + media + " is not: " + e.getMessage(), e);
    }
  }
}
