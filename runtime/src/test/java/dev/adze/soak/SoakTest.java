package dev.adze.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every run, whatever the model, the tools, the approver and a canceller do. */
class SoakTest {
  @TempDir private Path folder;

  @Test
  void everyRunKeepsItsPromises() throws Exception {
    soak(Long.getLong("tests.seed", 11), 600, 1);
  }

  /** Without a seed, new plans are drawn; {@code soak.times} says how often each of them is run. */
  @Test
  @Tag("soak")
  void asManyRunsAsAreAskedFor() throws Exception {
    long seed = Long.getLong("soak.seed", ThreadLocalRandom.current().nextLong(1L << 40));
    System.out.println("soak: seeds from " + seed);
    int times = Integer.getInteger("soak.times", 1);
    System.out.println(soak(seed, Long.getLong("soak.runs", 10_000) / times, times));
  }

  private String soak(long seed, long plans, int times) throws Exception {
    String told = ChangedLibrary.withRoundTrips().soak(folder, seed, plans, times);
    assertThat(told)
        .startsWith("soak: " + plans * times + " runs, ")
        .endsWith(" events, 0 violations");
    letThreadsEnd();
    return told;
  }

  /** Those of runs that are over have no reason not to end. */
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
}
