package dev.adze.event;

import dev.adze.approval.Decision;
import java.util.Objects;

/**
 * A call was decided: one that needed approval, or that a rule forbids.
 *
 * @param header where the event stands
 * @param callId our id of the call
 * @param arguments the checked arguments that were asked for, as compact JSON; a decision may bring
 *     others
 * @param decision what was decided
 * @param decidedBy who or what decided, for people
 */
public record ToolPermissionDecision(
    EventHeader header, String callId, String arguments, Decision decision, String decidedBy)
    implements RunEvent {
  /** Refuses null. */
  public ToolPermissionDecision {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(callId, "callId");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(decidedBy, "decidedBy");
  }

  @Override
  public String name() {
    return "agent.tool_permission_decision";
  }

  @Override
  public ToolPermissionDecision withHeader(EventHeader header) {
    return new ToolPermissionDecision(header, callId, arguments, decision, decidedBy);
  }
}
