package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.event.RunEvent;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.UnknownEvent;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading a log, whole or torn. */
class JsonLogReadTest {
  @TempDir private Path folder;

  private enum Form {
    LINES(JsonLog::lines),
    ARRAY(JsonLog::array);

    private final Function<Path, JsonLog> open;

    Form(Function<Path, JsonLog> open) {
      this.open = open;
    }

    Path write(Path folder, List<RunEvent> events) {
      Path file = folder.resolve("run.json");
      try (JsonLog log = open.apply(file)) {
        events.forEach(log::onEvent);
      }
      return file;
    }
  }

  /** Results have no equality of their own, but the same line is the same event. */
  private static List<String> lines(List<RunEvent> events) {
    return events.stream()
        .map(event -> EventJson.line(event, UnaryOperator.identity()))
        .map(line -> new String(line, StandardCharsets.UTF_8))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyEventComesBack(Form form) {
    List<RunEvent> events = Events.all();
    List<RunEvent> read = JsonLog.read(form.write(folder, events));

    assertThat(read.stream().<Class<?>>map(RunEvent::getClass))
        .containsExactlyElementsOf(events.stream().<Class<?>>map(RunEvent::getClass).toList());
    assertThat(lines(read)).isEqualTo(lines(events));
    for (int i = 0; i < events.size(); i++) {
      assertThat(read.get(i).header()).isEqualTo(events.get(i).header());
    }
  }

  @Test
  void anExceptionComesBackAsItsTypeAndItsMessage() {
    List<RunEvent> read = JsonLog.read(Form.LINES.write(folder, Events.all()));

    assertThat(read)
        .filteredOn(ToolCallComplete.class::isInstance)
        .singleElement()
        .satisfies(event ->
            assertThat(((ToolCallComplete) event).error())
                .containsInstanceOf(LoggedException.class)
                .get()
                .hasToString("java.lang.IllegalStateException: broke"));
  }

  @ParameterizedTest
  @EnumSource
  void aLogThatBreaksOffAnywhereGivesItsWholeEvents(Form form) throws Exception {
    List<RunEvent> events = Events.all();
    Path file = form.write(folder, events);
    byte[] whole = Files.readAllBytes(file);
    int before = 0;
    for (int length = 0; length <= whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<RunEvent> read = JsonLog.read(file);
      assertThat(lines(read)).isEqualTo(lines(events.subList(0, read.size())));
      assertThat(read.size()).isGreaterThanOrEqualTo(before);
      before = read.size();
    }
    assertThat(before).isGreaterThanOrEqualTo(events.size() - 1);
  }

  @Test
  void aTornLineInTheMiddleIsPassedOver() throws Exception {
    Path file = folder.resolve("run.jsonl");
    Files.writeString(file, "{\"name\":\"to");
    try (JsonLog log = JsonLog.lines(file)) {
      log.onEvent(Events.text(1, "one"));
    }

    assertThat(JsonLog.read(file)).containsExactly(Events.text(1, "one"));
  }

  @Test
  void whatALaterVersionWroteIsAnUnknownEvent() throws Exception {
    Path file = Form.LINES.write(folder, List.of(Events.text(1, "one"), Events.chunk("{}")));
    String later =
        Files.readString(file)
            .replace("agent.final_output", "agent.dreamt")
            .replace("\"deltas\":[]", "\"deltas\":[{\"type\":\"smell\"}]");
    Files.writeString(file, later);
    List<String> written = later.lines().toList();

    assertThat(JsonLog.read(file))
        .containsExactly(
            new UnknownEvent(Events.text(1, "one").header(), "agent.dreamt", written.get(0)),
            new UnknownEvent(Events.HEADER, "raw_response_event", written.get(1)));
  }

  @Test
  void aFieldThatALaterVersionAddedDoesNotMatter() throws Exception {
    Path file = Form.LINES.write(folder, List.of(Events.text(1, "one")));
    Files.writeString(file, Files.readString(file).replace("\"text\"", "\"mood\":[{}],\"text\""));

    assertThat(JsonLog.read(file)).containsExactly(Events.text(1, "one"));
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> JsonLog.read(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
  }
}
