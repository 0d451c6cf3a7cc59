package dev.adze.testing;

import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolPermissionDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What holds of the events of one call, in all legs of its run. */
final class CallPromises {
  /** A call's events in the order of its life. */
  private static final List<String> LIFE =
      List.of(
          "mcp_approval_requested",
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
  private final boolean whole;
  private final List<RunEvent> events = new ArrayList<>();
  private final StringBuilder broken = new StringBuilder();

  /**
   * @param whole whether all legs of the run are here, and so everything that was told of the call
   */
  CallPromises(String id, boolean whole) {
    this.id = id;
    this.whole = whole;
  }

  boolean isKnownFromItsBeginning() {
    return events.get(0).name().equals(LIFE.get(0)) || events.get(0).name().equals(LIFE.get(1));
  }

  void tell(RunEvent event) {
    events.add(event);
  }

  /**
   * @param waiting whether the run may have left the call open, for somebody to decide on it
   */
  String broken(boolean waiting) {
    legs().forEach(this::order);
    legs().forEach(this::decisions);
    if (count("mcp_approval_requested") > 0) {
      hosted();
    } else {
      own(waiting);
    }
    return broken.toString();
  }

  /** The provider makes it, so that nothing is told of it here but what was decided. */
  private void hosted() {
    once("mcp_approval_requested", 1);
    boolean run =
        count("tool_called") + count("agent.tool_call_start") + count("agent.tool_call_complete")
            > 0;
    check(!run, "that the provider makes is not made here");
  }

  private void own(boolean waiting) {
    boolean rest = !whole && !isKnownFromItsBeginning();
    once("tool_called", rest ? 0 : 1);
    boolean left = waiting || rest;
    once("agent.tool_call_complete", left && count("agent.tool_call_complete") == 0 ? 0 : 1);
    once("tool_output", waiting && count("tool_output") == 0 ? 0 : 1);
    check(count("agent.tool_call_start") <= 1, "starts at most once");
    approvals();
    if (!rest) {
      statuses();
    }
    activities();
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

  /** What was told of it in each leg: another one takes up its life where it has to. */
  private Collection<List<RunEvent>> legs() {
    Map<Integer, List<RunEvent>> legs = new TreeMap<>();
    for (RunEvent event : events) {
      legs.computeIfAbsent(event.header().leg(), leg -> new ArrayList<>()).add(event);
    }
    return legs.values();
  }

  private void decisions(List<RunEvent> leg) {
    long decided = leg.stream().filter(ToolPermissionDecision.class::isInstance).count();
    check(decided <= 1, "is decided at most once");
  }

  private void order(List<RunEvent> leg) {
    int reached = 0;
    for (RunEvent event : leg) {
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
                event instanceof ToolPermissionDecision decision && decision.decision().approves());
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
