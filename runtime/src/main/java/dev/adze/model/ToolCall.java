package dev.adze.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A call of a tool that the model asks for.
 *
 * @param id our id, unique in the run and the same in every replay
 * @param providerId the id that the provider gave: for the wire alone, because it may be empty or
 *     given twice
 * @param name the tool's name, as the model wrote it
 * @param arguments the arguments, as the model wrote them: it may be no JSON at all
 * @param item the call as its provider wrote it, where the rest would lose something
 */
public record ToolCall(
    String id, String providerId, String name, String arguments, Optional<ProviderItem> item)
    implements AssistantPart {
  /** Refuses null. */
  public ToolCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(item, "item");
  }

  /**
   * A call that is no more than its id, name and arguments.
   *
   * @param id our id, unique in the run
   * @param providerId the id that the provider gave; may be empty
   * @param name the tool's name, as the model wrote it
   * @param arguments the arguments, as the model wrote them
   */
  public ToolCall(String id, String providerId, String name, String arguments) {
    this(id, providerId, name, arguments, Optional.empty());
  }
}
