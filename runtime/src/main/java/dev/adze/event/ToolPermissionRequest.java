package dev.adze.event;

import dev.adze.approval.ApprovalRequest;
import java.util.Objects;

/**
 * A call needs approval. Its arguments have been checked; it has not started.
 *
 * @param header where the event stands
 * @param request what is to be decided; the approver is given the same
 */
public record ToolPermissionRequest(EventHeader header, ApprovalRequest request)
    implements RunEvent {
  /** Refuses null. */
  public ToolPermissionRequest {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(request, "request");
  }

  /** {@return our id of the call} */
  public String callId() {
    return request.callId();
  }

  @Override
  public String name() {
    return "agent.tool_permission_request";
  }

  @Override
  public ToolPermissionRequest withHeader(EventHeader header) {
    return new ToolPermissionRequest(header, request);
  }
}
