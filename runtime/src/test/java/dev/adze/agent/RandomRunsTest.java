package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must hold of every run, whatever the model, the tools, the approver and a canceller do. */
class RandomRunsTest {
  private static final int RUNS = 1_500;

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void everyRunKeepsItsPromises() throws InterruptedException {
    long seed = Long.getLong("tests.seed", 11);
    try (QuietLog quiet = new QuietLog()) {
      for (int i = 0; i < RUNS; i++) {
        check(seed + i);
      }
      assertThat(quiet.records()).noneMatch(record -> record.getMessage().contains("broke down"));
    } catch (AssertionError broken) {
      throw new AssertionError(
          "Random runs from seed " + seed + ": " + broken.getMessage(), broken);
    }
    letThreadsEnd();
  }

  private static void check(long seed) throws InterruptedException {
    RandomScript script = new RandomScript(seed);
    Told log = new Told();
    Told own = new Told();
    Run run = script.run(log, own);
    RunResult result = Fixtures.finish(run);
    try {
      assertThat(own.events()).isEqualTo(log.events());
      Promises.check(own, result);
      assertThat(script.guardedRuns()).isSubsetOf(Promises.approvedCalls(own));
      assertThat(script.guardedRuns()).doesNotHaveDuplicates();
      if (!script.mayStop()) {
        // No mistake of the model ends a run.
        assertThat(result.stopReason()).isEqualTo(StopReason.FINAL_OUTPUT);
      }
    } catch (AssertionError broken) {
      throw new AssertionError(
          "Seed " + seed + ":\n" + String.join("\n", own.names()) + "\n" + result.failure(),
          broken);
    }
  }

  /**
   * Waits for the threads of the library to end; those of runs that are over have no reason not to.
   */
  private static void letThreadsEnd() throws InterruptedException {
    for (Thread thread : libraryThreads()) {
      thread.join(10_000);
    }
    assertThat(libraryThreads()).isEmpty();
  }

  private static Set<Thread> libraryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("adze-"))
        .collect(Collectors.toSet());
  }

  /** Every event is numbered in the order in which it is told. */
  static void checkNumbers(Iterable<RunEvent> events) {
    long expected = 0;
    for (RunEvent event : events) {
      assertThat(event.sequence()).isEqualTo(++expected);
    }
  }
}
