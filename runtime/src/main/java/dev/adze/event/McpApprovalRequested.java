package dev.adze.event;

import dev.adze.model.McpApprovalRequest;
import java.util.Objects;

/**
 * The provider asks whether it may call a tool of an MCP server that it reaches itself. Told once
 * for each such call. It is decided like a call of the agent's own, and then the provider makes it
 * or not: no event tells of its start or its end.
 *
 * @param header where the event stands
 * @param request the call, as the model wrote it
 */
public record McpApprovalRequested(EventHeader header, McpApprovalRequest request)
    implements RunEvent {
  /** Refuses null. */
  public McpApprovalRequested {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(request, "request");
  }

  @Override
  public String name() {
    return "mcp_approval_requested";
  }

  @Override
  public McpApprovalRequested withHeader(EventHeader header) {
    return new McpApprovalRequested(header, request);
  }
}
