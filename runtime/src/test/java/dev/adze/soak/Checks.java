package dev.adze.soak;

import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.testing.RecordedEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tools and the approver know of a run, held against what the run has told. */
final class Checks {
  private Checks() {}

  /**
   * @param approved the arguments that were approved, by our id of the call
   */
  static void calls(RecordedEvents events, PlannedTools tools, Map<String, String> approved) {
    List<String> invoked = tools.invoked();
    Set<String> once = new HashSet<>(invoked);
    Violation.unless(once.size() == invoked.size(), "A call came twice to a tool: " + invoked);
    Set<String> started =
        events.only(ToolCallStart.class).stream()
            .map(event -> event.call().id())
            .collect(Collectors.toSet());
    Violation.unless(started.containsAll(once), "A tool ran for a call that was not started.");
    for (ToolCallComplete complete : events.only(ToolCallComplete.class)) {
      Violation.unless(
          complete.result().status() != ToolCallStatus.SUCCESS
              || once.contains(complete.result().call().id()),
          "A call succeeded that came to no tool.");
    }
    tools
        .guarded()
        .forEach((callId, arguments) ->
            Violation.unless(
                arguments.equals(approved.get(callId)),
                "A guarded tool ran without approval of its arguments: " + callId));
  }
}
