package dev.adze.model;

import java.util.List;

/**
 * The answers to all {@link McpApprovalRequest}s of one response.
 *
 * @param approvals one for each request, in their order; at least one
 */
public record McpApprovalMessage(List<McpApproval> approvals) implements Message {
  /** Copies the list and refuses an empty one. */
  public McpApprovalMessage {
    approvals = List.copyOf(approvals);
    if (approvals.isEmpty()) {
      throw new IllegalArgumentException(
          "A message of MCP approvals needs at least one answer. It has none.");
    }
  }
}
