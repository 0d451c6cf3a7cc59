package dev.adze.model;

import dev.adze.tool.Media;
import java.util.Objects;

/**
 * An image or a file in what a user says.
 *
 * @param media what it is and where its content is
 */
public record MediaPart(Media media) implements UserPart {
  /** Refuses null. */
  public MediaPart {
    Objects.requireNonNull(media, "media");
  }
}
