package dev.adze.model;

import java.util.Objects;

/**
 * The provider wants to call a tool of an MCP server that it reaches itself, and asks whether it
 * may. A {@link McpApprovalMessage} answers.
 *
 * @param id our id of the call, unique in the run and the same in every replay
 * @param providerId the provider's id of the request
 * @param server the server, as the provider labels it
 * @param name the tool's name
 * @param arguments the arguments' JSON, as the model wrote them
 * @param item the part itself
 */
public record McpApprovalRequest(
    String id, String providerId, String server, String name, String arguments, ProviderItem item)
    implements AssistantPart {
  /** Refuses null. */
  public McpApprovalRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(providerId, "providerId");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(item, "item");
  }
}
