package dev.adze.testing;

import dev.adze.approval.Decision;
import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolPermissionDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds of the events of one call. */
final class CallPromises {
  /** A call's events in the order of its life. */
  private static final List<String> LIFE =
      List.of(
          "tool_called",
          "agent.tool_permission_request",
          "agent.tool_permission_decision",
          "agent.tool_call_start",
          "agent.tool_call_activity",
          "agent.tool_call_complete",
          "tool_output");

  private static final Set<ToolCallStatus> NEVER_STARTED =
      EnumSet.of(ToolCallStatus.DENIED, ToolCallStatus.INVALID, ToolCallStatus.UNKNOWN_TOOL);

  private final String id;
  private final List<RunEvent> events = new ArrayList<>();
  private final StringBuilder broken = new StringBuilder();

  CallPromises(String id) {
    this.id = id;
  }

  void tell(RunEvent event) {
    events.add(event);
  }

  /**
   * @param waiting whether the run may have left the call open, for somebody to decide on it
   */
  String broken(boolean waiting) {
    order();
    once("tool_called", 1);
    boolean left = waiting && count("agent.tool_call_complete") == 0;
    once("agent.tool_call_complete", left ? 0 : 1);
    once("tool_output", waiting && count("tool_output") == 0 ? 0 : 1);
    check(count("agent.tool_call_start") <= 1, "starts at most once");
    check(count("agent.tool_permission_decision") <= 1, "is decided at most once");
    approvals();
    statuses();
    activities();
    return broken.toString();
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.append("A call ").append(promise).append("; ").append(id).append(" does not.\n");
    }
  }

  private void once(String name, int times) {
    check(count(name) == times, "tells " + name + (times == 1 ? " exactly once" : " not yet"));
  }

  private long count(String name) {
    return events.stream().filter(event -> event.name().equals(name)).count();
  }

  private void order() {
    int reached = 0;
    for (RunEvent event : events) {
      int rank = LIFE.indexOf(event.name());
      check(rank >= reached, "tells its events in the order of its life");
      reached = Math.max(reached, rank);
    }
  }

  private void approvals() {
    boolean asked = count("agent.tool_permission_request") > 0;
    boolean started = count("agent.tool_call_start") > 0;
    boolean approved =
        events.stream()
            .anyMatch(event ->
                event instanceof ToolPermissionDecision decision
                    && decision.decision() instanceof Decision.Approved);
    check(!asked || !started || approved, "that needs approval starts only with it");
  }

  private void statuses() {
    boolean started = count("agent.tool_call_start") > 0;
    for (RunEvent event : events) {
      if (event instanceof ToolCallComplete complete) {
        ToolCallStatus status = complete.result().status();
        check(!started || !NEVER_STARTED.contains(status), "that ends " + status + " never starts");
        check(started || status != ToolCallStatus.SUCCESS, "that succeeds has started");
      }
    }
  }

  private void activities() {
    Map<Integer, Integer> told = new HashMap<>();
    for (RunEvent event : events) {
      if (event instanceof ToolCallActivity activity) {
        int expected = told.merge(activity.attempt(), 1, Integer::sum);
        check(activity.ordinal() == expected, "counts its reports without gaps");
      }
    }
  }
}
