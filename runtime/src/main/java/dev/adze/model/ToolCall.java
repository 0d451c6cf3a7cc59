package dev.adze.model;

import java.util.Objects;

/**
 * A call of a tool that the model asks for.
 *
 * @param id our id, unique in the run and the same in every replay
 * @param providerId the id that the provider gave: for the wire alone, because it may be empty or
 *     given twice
 * @param name the tool's name, as the model wrote it
 * @param arguments the arguments, as the model wrote them: it may be no JSON at all
 */
public record ToolCall(String id, String providerId, String name, String arguments)
    implements AssistantPart {
  /** Refuses null. */
  public ToolCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
  }
}
