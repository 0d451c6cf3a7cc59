package dev.adze.event;

import java.util.List;
import java.util.Objects;

/**
 * The tools of an MCP server were listed.
 *
 * @param header where the event stands
 * @param server the server, as whoever listed its tools labels it
 * @param tools the names of its tools, in its order
 */
public record McpListTools(EventHeader header, String server, List<String> tools)
    implements RunEvent {
  /** Refuses null and copies the list. */
  public McpListTools {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(server, "server");
    tools = List.copyOf(tools);
  }

  @Override
  public String name() {
    return "mcp_list_tools";
  }

  @Override
  public McpListTools withHeader(EventHeader header) {
    return new McpListTools(header, server, tools);
  }
}
