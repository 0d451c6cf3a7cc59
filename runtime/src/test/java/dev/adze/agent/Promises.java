package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Decision;
import dev.adze.event.RunResult;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.testing.RecordedEvents;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every run that has ended. */
final class Promises {
  private Promises() {}

  static void check(Told told, RunResult result) {
    RecordedEvents recorded = RecordedEvents.of(told.events());
    recorded.assertPromises();
    assertThat(recorded.result()).isSameAs(result);
  }

  static Set<String> approvedCalls(Told told) {
    return told.only(ToolPermissionDecision.class).stream()
        .filter(event -> event.decision() instanceof Decision.Approved)
        .map(ToolPermissionDecision::callId)
        .collect(Collectors.toSet());
  }
}
