package dev.adze.model;

import java.util.Objects;

/**
 * A part of a response in its provider's own form: signatures, encrypted reasoning and ids that
 * only the provider understands. It is kept verbatim and goes back, in its place, to its origin
 * alone.
 *
 * @param origin which wire format and server it came from, in the client's own terms
 * @param json the part as the provider wrote it
 */
public record ProviderItem(String origin, String json) {
  /** Refuses null. */
  public ProviderItem {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(json, "json");
  }
}
