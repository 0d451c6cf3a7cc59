package dev.adze.approval;

import dev.adze.tool.ToolSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be decided: whether this one call may run.
 *
 * @param runId the run
 * @param agent the name of the agent whose model asks
 * @param callId our id of the call
 * @param tool the tool, with the reason it gives for asking
 * @param arguments the checked arguments as compact JSON; exactly these will run
 * @param preview what the call would do, if the tool can tell
 */
public record ApprovalRequest(
    String runId,
    String agent,
    String callId,
    ToolSpec tool,
    String arguments,
    Optional<String> preview) {
  /** Refuses null. */
  public ApprovalRequest {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(preview, "preview");
  }
}
