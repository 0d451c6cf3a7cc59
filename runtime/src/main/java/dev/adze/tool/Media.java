package dev.adze.tool;

import java.net.URI;
import java.util.Base64;
import java.util.Objects;

/**
 * An image or another file that a model is given to look at. New kinds may be added in a later
 * version.
 */
public sealed interface Media {
  /**
   * {@return the media type, such as {@code image/png}; never blank} What begins with {@code
   * image/} is an image, all else a file.
   */
  String mediaType();

  /** {@return the file's name; empty if it has none} */
  String name();

  /** {@return whether this is an image} */
  default boolean isImage() {
    return mediaType().regionMatches(true, 0, "image/", 0, "image/".length());
  }

  /**
   * {@return the content itself}
   *
   * @param mediaType such as {@code image/png}; not blank
   * @param content the bytes; copied
   */
  static Media of(String mediaType, byte[] content) {
    return new Inline(mediaType, Base64.getEncoder().encodeToString(content), "");
  }

  /**
   * {@return content that the provider fetches}
   *
   * @param mediaType such as {@code image/png}; not blank, because it decides how it is sent
   * @param url where it is
   */
  static Media at(String mediaType, URI url) {
    return new Remote(mediaType, url.toString(), "");
  }

  /**
   * Content that goes with the request.
   *
   * @param mediaType such as {@code image/png}; not blank
   * @param base64 the bytes, in the alphabet of RFC 4648 section 4, padded
   * @param name the file's name; may be empty
   */
  record Inline(String mediaType, String base64, String name) implements Media {
    /** Refuses null and a blank type. */
    public Inline {
      requireType(mediaType);
      Objects.requireNonNull(base64, "base64");
      Objects.requireNonNull(name, "name");
    }

    /** The type and how long it is, not the content. */
    @Override
    public String toString() {
      return "Inline[" + mediaType + ", " + base64.length() + " characters]";
    }
  }

  /**
   * Content that the provider fetches itself.
   *
   * @param mediaType such as {@code image/png}; not blank
   * @param url where it is
   * @param name the file's name; may be empty
   */
  record Remote(String mediaType, String url, String name) implements Media {
    /** Refuses null and a blank type. */
    public Remote {
      requireType(mediaType);
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * Content that the provider keeps already.
   *
   * @param mediaType such as {@code application/pdf}; not blank
   * @param fileId the provider's id of it
   * @param name the file's name; may be empty
   */
  record Stored(String mediaType, String fileId, String name) implements Media {
    /** Refuses null and a blank type. */
    public Stored {
      requireType(mediaType);
      Objects.requireNonNull(fileId, "fileId");
      Objects.requireNonNull(name, "name");
    }
  }

  private static void requireType(String mediaType) {
    if (mediaType.isBlank()) {
      throw new IllegalArgumentException(
          "Media needs its media type, such as image/png or application/pdf. It is blank.");
    }
  }
}
