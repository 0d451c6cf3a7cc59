package dev.adze.approval;

import dev.adze.internal.TextHash;
import dev.adze.tool.ToolSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be decided: whether this one call may run.
 *
 * @param runId the run
 * @param agent the name of the agent whose model asks
 * @param callId our id of the call
 * @param tool the tool
 * @param arguments the checked arguments as compact JSON; exactly these will run
 * @param preview what the call would do, if the tool can tell
 * @param reason why somebody is asked, in the tool's words or those of the policy; may be empty
 */
public record ApprovalRequest(
    String runId,
    String agent,
    String callId,
    ToolSpec tool,
    String arguments,
    Optional<String> preview,
    String reason) {
  /** Refuses null. */
  public ApprovalRequest {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(preview, "preview");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * {@return the SHA-256 of the arguments in 64 hexadecimal digits: what a decision is bound to
   * besides the call, so that it cannot be used for other arguments than those that were shown}
   */
  public String argumentsHash() {
    return TextHash.of(arguments);
  }
}
