package dev.adze.soak;

import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.soak.Plan.Answer;
import dev.adze.soak.Plan.Leg;
import dev.adze.testing.RecordedEvents;
import java.util.Set;
import java.util.stream.Collectors;

/** What the plan and its books know of a leg, held against what the leg has told. */
final class Checks {
  private static final Set<String> REPEATABLE = Set.of("repeatable", "reader");

  private Checks() {}

  /**
   * @param leg the number of the leg in the books
   */
  static void calls(RecordedEvents events, Ledger ledger, int leg) {
    ledger.check();
    Set<String> started =
        events.only(ToolCallStart.class).stream()
            .map(event -> event.runId() + "/" + event.call().id())
            .collect(Collectors.toSet());
    Violation.unless(
        started.containsAll(ledger.firstUsedIn(leg)), "A tool ran for a call that did not start.");
    for (ToolCallComplete complete : events.only(ToolCallComplete.class)) {
      String id = complete.result().call().id();
      if (complete.result().call().name().equals("ask")) {
        continue;
      }
      ToolCallStatus status = complete.result().status();
      boolean ran = ledger.isUsed(complete.runId(), id, leg);
      Violation.unless(
          status != ToolCallStatus.SUCCESS || ran, "A call succeeded that came to no tool: " + id);
      boolean ranBefore = !ran && ledger.isUsedBefore(complete.runId(), id, leg);
      Violation.unless(
          !ranBefore
              || status == ToolCallStatus.INTERRUPTED
              || REPEATABLE.contains(complete.result().call().name()),
          "A call that ran in an earlier leg ended " + status + " in this one: " + id);
      Violation.unless(
          status != ToolCallStatus.INTERRUPTED || !ran, "A call was interrupted and ran: " + id);
    }
  }

  /** No mistake of the model ends a run, and nothing else that was not planned does. */
  static void end(Plan plan, Leg leg, SoakLeg told, boolean leftEarly) {
    RunResult result = told.result();
    StopReason reason = result.stopReason();
    boolean planned =
        switch (reason) {
          case FINAL_OUTPUT -> true;
          case AWAITING_APPROVAL -> leg.answers().contains(Answer.DEFER);
          case CANCELLED -> told.isCancelling() || leftEarly;
          case LIMIT -> plan.unfit() > SoakRun.CORRECTIONS;
          case FAILED -> plan.modelMayStop() || told.isStale();
          default -> plan.modelMayStop();
        };
    Violation.unless(planned, "The run ended " + reason + ": " + result.failure());
    if (plan.setting().typed() && reason == StopReason.FINAL_OUTPUT) {
      Violation.unless(result.output(Answered.TYPE).n() == 7, "The answer is another value.");
    }
  }

  /** A leg that was refused has done nothing but say so. */
  static void refused(RecordedEvents events, Ledger ledger, int leg) {
    boolean silent = events.events().stream().allMatch(Checks::isFrame);
    Violation.unless(
        silent && !ledger.isUsedIn(leg), "A refused leg did something: " + events.outline());
  }

  private static boolean isFrame(RunEvent event) {
    return event.name().equals("agent.execution_start")
        || event.name().equals("agent.execution_complete");
  }
}
