package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.StateStore.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of a store, of each that there is. */
class StateStoreTest {
  private static final int TIMES = 60;

  @TempDir private Path folder;

  private StateStore store(String kind) {
    return kind.equals("memory") ? StateStore.inMemory() : StateStore.inFolder(folder);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("lock-"))
          .sorted()
          .toList();
    }
  }

  /** Counts up, as often as it is the first to do so. */
  static int count(StateStore store, int times) throws IOException {
    int done = 0;
    while (done < times) {
      long last = store.load("run").map(Entry::revision).orElse(0L);
      String text = "{\"n\":" + (last + 1) + "}";
      done += store.replace("run", last, new Entry(last + 1, text)) ? 1 : 0;
    }
    return done;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "folder"})
  void whatIsKeptIsReplacedOnlyByWhoKnowsIt(String kind) throws IOException {
    StateStore store = store(kind);
    Entry first = new Entry(3, "{\"a\":\"\u00e4\\n\"}\n");
    Entry second = new Entry(7, "two");

    assertThat(store.load("run_1")).isEmpty();
    assertThat(store.replace("run_1", 1, first)).isFalse();
    assertThat(store.load("run_1")).isEmpty();
    assertThat(store.replace("run_1", 0, first)).isTrue();
    assertThat(store.replace("run_1", 0, second)).isFalse();
    assertThat(store.replace("run_1", 7, second)).isFalse();
    assertThat(store.load("run_1")).contains(first);
    assertThat(store.replace("run_1", 3, second)).isTrue();
    assertThat(store.replace("run_1", 3, second)).isFalse();
    assertThat(store.load("run_2")).isEmpty();
    assertThat(store.remove("run_1", 3)).isFalse();
    assertThat(store.load("run_1")).contains(second);
    assertThat(store.remove("run_1", 7)).isTrue();
    assertThat(store.remove("run_1", 7)).isFalse();
    assertThat(store.load("run_1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "folder"})
  void ofSeveralThreadsOneIsFirst(String kind) throws Exception {
    StateStore shared = store(kind);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> counters = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        StateStore own = kind.equals("memory") ? shared : store(kind);
        counters.add(() -> count(own, TIMES));
      }
      for (Future<Integer> counter : pool.invokeAll(counters, 60, TimeUnit.SECONDS)) {
        assertThat(counter.get()).isEqualTo(TIMES);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(shared.load("run").orElseThrow().revision()).isEqualTo(4 * TIMES);
  }

  @Test
  void ofSeveralProcessesOneIsFirst() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(Programs.start(CountingProgram.class, folder.toString(), "" + TIMES));
    }
    count(store("folder"), TIMES);
    for (Process process : processes) {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }

    assertThat(store("folder").load("run").orElseThrow())
        .isEqualTo(new Entry(3 * TIMES, "{\"n\":" + 3 * TIMES + "}"));
  }

  @Test
  void everyIdHasAFileOfItsOwnInTheFolder() throws IOException {
    List<String> ids = List.of("run_1", "RUN_1", "../run_1", "a/b", "nul", ".", "\u00e4%", "a b:*");
    StateStore store = store("folder");
    for (String id : ids) {
      assertThat(store.replace(id, 0, new Entry(1, id))).as(id).isTrue();
    }

    for (String id : ids) {
      assertThat(store.load(id)).contains(new Entry(1, id));
    }
    assertThat(files())
        .hasSize(ids.size())
        .allMatch(name -> name.matches("state-[a-z0-9_%-]+.json"));
    for (String id : List.of("", "x".repeat(300))) {
      assertThatThrownBy(() -> store.load(id)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatADeadProcessHadNotFinishedIsPassedOver() throws IOException {
    StateStore store = store("folder");
    store.replace("run_1", 0, new Entry(1, "one"));
    Files.writeString(folder.resolve("state-run_1.next"), "2\nhal");

    assertThat(store.load("run_1")).contains(new Entry(1, "one"));
    assertThat(store.replace("run_1", 1, new Entry(2, "2"))).isTrue();
    assertThat(store.load("run_1")).contains(new Entry(2, "2"));
    assertThat(files()).containsExactly("state-run_1.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "x\none", "0\none", "-1\none"})
  void aFileThatHoldsNoStateIsAnError(String content) throws IOException {
    StateStore store = store("folder");
    Files.writeString(folder.resolve("state-run_1.json"), content);

    assertThatThrownBy(() -> store.load("run_1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("begins with the state's revision")
        .hasMessageContaining("state-run_1.json");
    assertThatThrownBy(() -> store.replace("run_1", 0, new Entry(1, "a")))
        .isInstanceOf(IOException.class);
  }
}
