package dev.adze.recordings;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCalled;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that goes wrong in a run that was recorded without it.
 *
 * @param name for people
 * @param run what is replayed
 * @param replies to the run's requests; the last to all that come after it
 * @param kind what the failure is to be taken for
 */
record ReplayFault(String name, RecordedRun run, List<ReplayReply> replies, Kind kind) {

  /** What is wrong with how the run ended; empty if nothing is. */
  List<String> faultsOf(List<RunEvent> events) {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).sequence() != i + 1) {
        wrong.add(name + ": event " + (i + 1) + " has the number " + events.get(i).sequence());
      }
    }
    long ends = events.stream().filter(ExecutionComplete.class::isInstance).count();
    if (ends != 1 || !(events.get(events.size() - 1) instanceof ExecutionComplete complete)) {
      wrong.add(name + ": " + ends + " events end the run: " + names(events));
      return wrong;
    }
    if (complete.result().stopReason() != StopReason.FAILED) {
      wrong.add(name + ": stopped with " + complete.result().stopReason() + ", not with FAILED");
    }
    Throwable failure = complete.result().failure().orElse(null);
    if (!(failure instanceof ModelException typed && typed.kind() == kind)) {
      wrong.add(
          name + ": expected a ModelException of kind " + kind + ", but it is " + text(failure));
    }
    int broken = replies.size();
    if (events.stream().anyMatch(event -> event instanceof FinalOutput)
        || events.stream()
            .anyMatch(event -> event instanceof ToolCalled && event.step() == broken)) {
      wrong.add(name + ": the broken response left an answer or a call: " + names(events));
    }
    return wrong;
  }

  private static List<String> names(List<RunEvent> events) {
    return events.stream().map(RunEvent::name).distinct().toList();
  }

  private static String text(Throwable failure) {
    return failure instanceof ModelException typed
        ? typed.kind() + ": " + typed.getMessage()
        : String.valueOf(failure);
  }
}
