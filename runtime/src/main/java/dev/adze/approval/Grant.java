package dev.adze.approval;

import dev.adze.tool.ToolSpec;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An approval that was given once for calls like one: data, which can be listed, kept and taken
 * back. It covers calls of one tool by one agent only, and none any more once the tool's contract
 * is another one than the person saw.
 *
 * @param runId the run in which it was given
 * @param callId our id of the call that was decided
 * @param agent the name of the agent whose calls it covers
 * @param tool the name of the tool
 * @param contractHash the tool's {@link ToolSpec#contractHash} when it was given
 * @param match which arguments it covers
 * @param scope in which runs it holds
 * @param expiry when it ends; never if empty
 */
public record Grant(
    String runId,
    String callId,
    String agent,
    String tool,
    String contractHash,
    ArgumentMatch match,
    Scope scope,
    Optional<Instant> expiry) {
  /** In which runs a grant holds. */
  public enum Scope {
    /** In the run in which it was given, all of its legs included. */
    RUN,
    /** Also in every other run that it is handed to. */
    SESSION
  }

  /** Refuses null. */
  public Grant {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(contractHash, "contractHash");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(expiry, "expiry");
  }

  /**
   * {@return a grant of calls like the one that is asked for, without an end}
   *
   * @param request the call; its agent and tool are the grant's
   * @param match which arguments it covers
   * @param scope in which runs it holds
   */
  public static Grant of(ApprovalRequest request, ArgumentMatch match, Scope scope) {
    return new Grant(
        request.runId(),
        request.callId(),
        request.agent(),
        request.tool().name(),
        request.tool().contractHash(),
        match,
        scope,
        Optional.empty());
  }

  /**
   * {@return the same grant with an end}
   *
   * @param end the first moment at which it covers nothing any more
   */
  public Grant until(Instant end) {
    return new Grant(runId, callId, agent, tool, contractHash, match, scope, Optional.of(end));
  }

  /** {@return what it is listed and revoked by: unique, and the same in every process} */
  public String id() {
    return runId + "/" + callId;
  }

  /**
   * {@return whether a call is covered}
   *
   * @param request the call; its preview and reason do not matter
   * @param now the time by which the grant must not have ended
   */
  public boolean covers(ApprovalRequest request, Instant now) {
    ToolSpec asked = request.tool();
    return agent.equals(request.agent())
        && tool.equals(asked.name())
        && (scope == Scope.SESSION || runId.equals(request.runId()))
        && expiry.map(now::isBefore).orElse(true)
        && asked.approvalRememberable()
        && contractHash.equals(asked.contractHash())
        && match.matches(request.arguments());
  }

  /**
   * {@return whether it was made of this very request}
   *
   * @param request the call that is decided
   */
  public boolean isOf(ApprovalRequest request) {
    return runId.equals(request.runId())
        && callId.equals(request.callId())
        && agent.equals(request.agent())
        && tool.equals(request.tool().name())
        && contractHash.equals(request.tool().contractHash());
  }

  /** {@return the grant as a JSON object, in ASCII} Whoever can change it can approve calls. */
  public String toJson() {
    return GrantJson.write(this);
  }

  /**
   * Reads a grant. Nothing in the text tells who wrote it, so it has to come from where only the
   * program writes.
   *
   * @param json what {@link #toJson} gave, in this version or an earlier one
   * @return the grant that was written
   * @throws IllegalArgumentException if it is something else
   */
  public static Grant fromJson(String json) {
    return GrantJson.read(json);
  }
}
