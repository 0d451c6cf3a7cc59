package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunResult;
import dev.adze.testing.RecordedEvents;

/** What holds of every run that has ended. */
final class Promises {
  private Promises() {}

  static void check(Told told, RunResult result) {
    RecordedEvents recorded = RecordedEvents.of(told.events());
    recorded.assertPromises();
    assertThat(recorded.result()).isSameAs(result);
  }
}
