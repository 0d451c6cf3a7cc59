package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RunEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed while it logs. {@code -Dkill.rounds=100} kills more of them. */
class KilledProcessTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"lines", "array"})
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void everyEventThatTheLogHadTakenIsThere(String form) throws Exception {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Path file = folder.resolve(form + round);
      Set<String> taken = killAfter(1 + random.nextInt(1_500), form, file);
      List<RunEvent> read = JsonLog.read(file);

      assertThat(read.stream().map(event -> event.runId() + " " + event.sequence()))
          .as("seed %d, round %d", seed, round)
          .doesNotHaveDuplicates()
          .containsAll(taken);
      assertInOrder(read);
    }
  }

  /** Kills a process when it has printed so many events; all that it had printed until it died. */
  private static Set<String> killAfter(int events, String form, Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoggingProgram.class.getName(),
                form,
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Set<String> taken = new LinkedHashSet<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        taken.add(line);
        if (taken.size() == events) {
          // Not the process itself, which would close the stream with what it still holds.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(taken.size()).isGreaterThanOrEqualTo(events);
    return whole(taken);
  }

  /** The pipe may end within a line. */
  private static Set<String> whole(Set<String> lines) {
    lines.removeIf(line -> !line.matches("run_[0-9a-f-]{36} [0-9]+"));
    return lines;
  }

  private static void assertInOrder(List<RunEvent> events) {
    Map<String, Long> last = new HashMap<>();
    for (RunEvent event : events) {
      assertThat(event.sequence()).isEqualTo(last.getOrDefault(event.runId(), 0L) + 1);
      last.put(event.runId(), event.sequence());
    }
  }
}
