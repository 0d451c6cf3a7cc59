package dev.adze.model;

import java.util.Objects;

/**
 * A part of a response that only its provider understands, such as a search that the provider ran
 * itself. It is passed through.
 *
 * @param type what the provider calls this kind of part
 * @param awaitsClient whether the provider waits for a result that nobody here can give; a run
 *     cannot go on behind such a part
 * @param item the part itself
 */
public record ProviderPart(String type, boolean awaitsClient, ProviderItem item)
    implements AssistantPart {
  /** Refuses null. */
  public ProviderPart {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(item, "item");
  }
}
