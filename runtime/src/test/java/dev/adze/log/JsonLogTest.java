package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void theFileAndItsFoldersAreMadeAndLinesAreAppended() throws Exception {
    Path file = folder.resolve("a/b/run.jsonl");
    try (JsonLog log = JsonLog.lines(file)) {
      assertThat(file).isEmptyFile();
      log.onEvent(Events.text(1, "one"));
    }
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(Events.text(2, "two"));
    }
    assertThat(events(file))
        .extracting(event -> event.get("text").asString())
        .containsExactly("one", "two");
    assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void aRunIsLoggedFromItsFirstEventToItsLast() throws Exception {
    Path file = folder.resolve("run.jsonl");
    ScriptedModel model =
        ScriptedModel.of(ScriptedTurn.toolCall("missing", "{}"), ScriptedTurn.text("well then"));
    Agent agent = Agent.builder().model(model, "scripted").build();
    List<RunEvent> heard = new ArrayList<>();
    RunResult result;
    try (JsonLog log = JsonLog.lines(file)) {
      Runner runner = Runner.builder(agent).listener(log).build();
      result = runner.stream("hello", event -> heard.add(event)).await();
    }
    List<JsonNode> events = events(file);
    assertThat(events)
        .extracting(event -> event.get("name").asString())
        .containsExactlyElementsOf(heard.stream().map(RunEvent::name).toList())
        .contains("raw_response_event", "tool_output")
        .endsWith("agent.final_output", "agent.execution_complete");
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).get("sequence").asInt()).isEqualTo(i + 1);
      assertThat(events.get(i).get("run_id").asString()).isEqualTo(result.runId());
    }
  }

  @Test
  void anEventByItselfIsItsLine() throws Exception {
    Path file = folder.resolve("run.jsonl");
    RunEvent event = Events.text(1, "a line\r\nand h\u00e9llo \uD83D\uDE00");
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(event);
    }
    assertThat(JsonLog.toJson(event) + "\n").isEqualTo(Files.readString(file));
    assertThat(JsonLog.toJson(event)).doesNotContain("\r", "\n");
    assertThat(JSON.readTree(JsonLog.toJson(event)).get("text").asString())
        .isEqualTo("a line\r\nand h\u00e9llo \uD83D\uDE00");
  }

  @Test
  void anEventIsInTheFileWhenTheCallbackReturns() throws Exception {
    Path file = folder.resolve("run.jsonl");
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(Events.text(1, "h\u00e9llo \uD83D\uDE00"));
      assertThat(events(file).get(0).get("text").asString()).isEqualTo("h\u00e9llo \uD83D\uDE00");
      log.onEvent(Events.text(2, "more"));
      assertThat(events(file)).hasSize(2);
    }
  }

  @Test
  void runsThatShareALogNeverMixWithinALine() throws Exception {
    Path file = folder.resolve("run.jsonl");
    int runs = 8;
    int eventsOfEach = 400;
    try (JsonLog log = JsonLog.lines(file)) {
      CyclicBarrier start = new CyclicBarrier(runs);
      List<Thread> threads = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        String text = String.valueOf((char) ('a' + run)).repeat(run % 2 == 0 ? 10 : 20_000);
        Thread thread =
            new Thread(() -> {
              passBarrier(start);
              for (int i = 1; i <= eventsOfEach; i++) {
                log.onEvent(Events.text(i, text));
              }
            });
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    List<JsonNode> events = events(file);
    assertThat(events).hasSize(runs * eventsOfEach);
    for (char letter = 'a'; letter < 'a' + runs; letter++) {
      char own = letter;
      assertThat(events.stream().filter(e -> e.get("text").asString().charAt(0) == own))
          .extracting(e -> e.get("sequence").asInt())
          .isSorted()
          .hasSize(eventsOfEach);
    }
  }

  @Test
  void anInterruptOfTheCallingThreadLosesNothing() throws Exception {
    Path file = folder.resolve("run.jsonl");
    try (JsonLog log = JsonLog.lines(file)) {
      Thread.currentThread().interrupt();
      log.onEvent(Events.text(1, "one"));
      log.onEvent(Events.text(2, "two"));
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
    assertThat(events(file)).hasSize(2);
  }

  @Test
  void aLineThatAKilledProcessLeftUnfinishedSpoilsNoOther() throws Exception {
    Path file = folder.resolve("run.jsonl");
    Files.writeString(file, "{\"name\":\"whole\"}\n{\"name\":\"to");
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(Events.text(1, "one"));
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(JSON.readTree(lines.get(2)).get("text").asString()).isEqualTo("one");
  }

  @Test
  void aFailureToWriteIsReportedOnceAndThrowsNothing() throws Exception {
    Path file = folder.resolve("run.jsonl");
    JsonLog log = JsonLog.lines(file);
    log.close();
    List<LogRecord> reports = new ArrayList<>();
    Handler handler = collector(reports);
    Logger logger = Logger.getLogger(JsonLog.class.getName());
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      log.onEvent(Events.text(7, "lost"));
      log.onEvent(Events.text(8, "lost too"));
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).getMessage()).contains(file.toString(), "event 7 of run run-1");
    assertThat(file).isEmptyFile();
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedAtOnce() throws Exception {
    Path occupied = Files.writeString(folder.resolve("file"), "x", StandardOpenOption.CREATE);
    assertThatThrownBy(() -> JsonLog.lines(occupied.resolve("run.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("run.jsonl");
  }

  @Test
  void halvesOfCharactersSurvive() throws Exception {
    Path file = folder.resolve("run.jsonl");
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(Events.text(1, "\uD83D"));
      log.onEvent(Events.text(2, "\uDE00 \uD83D\uDE00 \uD83D"));
    }
    assertThat(events(file))
        .extracting(event -> event.get("text").asString())
        .containsExactly("\uD83D", "\uDE00 \uD83D\uDE00 \uD83D");
  }

  static List<JsonNode> events(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return text.lines().map(JSON::readTree).toList();
  }

  static JsonNode only(RunEvent event) {
    return JSON.readTree(EventJson.line(event, UnaryOperator.identity()));
  }

  private static void passBarrier(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Handler collector(List<LogRecord> reports) {
    return new Handler() {
      @Override
      public void publish(LogRecord report) {
        reports.add(report);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
