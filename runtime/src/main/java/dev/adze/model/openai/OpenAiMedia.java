package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.tool.Media;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes an image or a file as a part of a message's content. */
final class OpenAiMedia {
  private OpenAiMedia() {}

  static void write(JsonGenerator out, Media media, OpenAiDialect dialect) {
    String type = media.mediaType().toLowerCase(Locale.ROOT);
    boolean file = !media.isImage() && !type.startsWith("video/") && !type.startsWith("audio/");
    if (dialect.documents() && (file || media instanceof Media.Stored)) {
      document(out, media);
      return;
    }
    out.writeStartObject();
    if (media instanceof Media.Stored stored) {
      begin(out, "file");
      text(out, "file_id", stored.fileId());
    } else if (type.startsWith("audio/") && media instanceof Media.Inline inline) {
      begin(out, "input_audio");
      text(out, "data", inline.base64());
      text(out, "format", audioFormat(type));
    } else if (media.isImage() || type.startsWith("video/")) {
      begin(out, media.isImage() ? "image_url" : "video_url");
      text(out, "url", url(media));
    } else {
      begin(out, "file");
      text(out, "filename", fileName(media));
      text(out, "file_data", url(media));
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void document(JsonGenerator out, Media media) {
    out.writeStartObject();
    if (media instanceof Media.Stored stored) {
      text(out, "type", "file");
      text(out, "file_id", stored.fileId());
    } else {
      text(out, "type", "document_url");
      text(out, "document_url", url(media));
      text(out, "document_name", fileName(media));
    }
    out.writeEndObject();
  }

  /** The content of a part is a member of the part's own name. */
  private static void begin(JsonGenerator out, String type) {
    text(out, "type", type);
    out.writeName(type);
    out.writeStartObject();
  }

  /** Where the content is, or the content itself as a URL; empty if only the provider has it. */
  static String url(Media media) {
    if (media instanceof Media.Inline inline) {
      return "data:" + inline.mediaType() + ";base64," + inline.base64();
    }
    return media instanceof Media.Remote remote ? remote.url() : "";
  }

  private static String audioFormat(String type) {
    return switch (type) {
      case "audio/mpeg", "audio/mp3" -> "mp3";
      case "audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave" -> "wav";
      default -> type.substring("audio/".length());
    };
  }

  /** A name is required, and its ending helps to tell what the file is. */
  static String fileName(Media file) {
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
