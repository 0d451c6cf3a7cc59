package dev.adze.testing;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds of the events of every run that is over, or of some legs of it, one after another. */
final class Promises {
  private final List<RunEvent> events;
  private final StringBuilder broken = new StringBuilder();

  Promises(List<RunEvent> events) {
    this.events = events;
  }

  /** Every promise that was not kept; empty if all were. */
  String broken() {
    List<List<RunEvent>> legs = legs();
    if (legs.isEmpty()) {
      return new LegPromises(List.of()).broken();
    }
    for (int i = 0; i < legs.size(); i++) {
      broken.append(new LegPromises(legs.get(i)).broken());
      if (i > 0) {
        follows(legs.get(i - 1), legs.get(i).get(0));
      }
    }
    if (broken.length() == 0) {
      calls();
    }
    return broken.toString();
  }

  private List<List<RunEvent>> legs() {
    List<List<RunEvent>> legs = new ArrayList<>();
    int leg = 0;
    for (RunEvent event : events) {
      if (legs.isEmpty() || event.header().leg() != leg) {
        legs.add(new ArrayList<>());
        leg = event.header().leg();
      }
      legs.get(legs.size() - 1).add(event);
    }
    return legs;
  }

  private void follows(List<RunEvent> leg, RunEvent next) {
    RunEvent last = leg.get(leg.size() - 1);
    check(
        next.runId().equals(last.runId())
            && next.header().leg() == last.header().leg() + 1
            && next.sequence() == last.sequence() + 1,
        "A leg goes on where the one before it has ended; leg "
            + next.header().leg()
            + " does not.");
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.append(promise).append('\n');
    }
  }

  private void calls() {
    Map<String, CallPromises> calls = new LinkedHashMap<>();
    boolean whole = events.get(0).header().leg() == 1;
    boolean waiting =
        ((ExecutionComplete) events.get(events.size() - 1)).result().stopReason()
            == StopReason.AWAITING_APPROVAL;
    for (RunEvent event : events) {
      String callId = Outline.callId(event);
      if (callId != null) {
        calls.computeIfAbsent(callId, id -> new CallPromises(id, whole)).tell(event);
      }
    }
    calls.values().forEach(call -> broken.append(call.broken(waiting)));
    List<String> called =
        calls.entrySet().stream()
            .filter(call -> call.getValue().isKnownFromItsBeginning())
            .map(Map.Entry::getKey)
            .toList();
    runs().values().forEach(told -> outputs(told, called));
  }

  private Map<Optional<String>, List<RunEvent>> runs() {
    Map<Optional<String>, List<RunEvent>> runs = new LinkedHashMap<>();
    for (RunEvent event : events) {
      runs.computeIfAbsent(event.header().parentCallId(), parent -> new ArrayList<>()).add(event);
    }
    return runs;
  }

  private void outputs(List<RunEvent> told, List<String> called) {
    List<String> outputs =
        told.stream()
            .filter(event -> event.name().equals("tool_output"))
            .map(event -> String.valueOf(Outline.callId(event)))
            .filter(called::contains)
            .toList();
    check(
        outputs.equals(called.stream().filter(outputs::contains).toList()),
        "Outputs come in the order of their calls.");
  }
}
