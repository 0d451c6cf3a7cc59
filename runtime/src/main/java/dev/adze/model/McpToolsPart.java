package dev.adze.model;

import java.util.List;
import java.util.Objects;

/**
 * The provider asked an MCP server that it reaches itself for its tools.
 *
 * @param server the server, as the provider labels it
 * @param tools the names of its tools, in its order
 * @param item the part itself
 */
public record McpToolsPart(String server, List<String> tools, ProviderItem item)
    implements AssistantPart {
  /** Refuses null and copies the list. */
  public McpToolsPart {
    Objects.requireNonNull(server, "server");
    tools = List.copyOf(tools);
    Objects.requireNonNull(item, "item");
  }
}
