package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The array that AdalFlow's readers know. */
class JsonArrayTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void theFileIsOneValidArrayAfterEveryEvent() throws Exception {
    Path file = folder.resolve("a/b/run.json");
    List<RunEvent> events = Events.all();
    try (JsonLog log = JsonLog.array(file)) {
      assertThat(array(file)).isEmpty();
      for (int i = 0; i < events.size(); i++) {
        log.onEvent(events.get(i));
        assertThat(array(file)).hasSize(i + 1);
      }
    }
  }

  @Test
  void elementsHaveTheFieldsOfAdalFlow() throws Exception {
    Path file = folder.resolve("run.json");
    try (JsonLog log = JsonLog.array(file)) {
      Events.all().forEach(log::onEvent);
    }
    int number = 0;
    for (JsonNode element : array(file)) {
      RunEvent event = Events.all().get(number);
      assertThat(element.propertyNames())
          .containsExactly("event_number", "timestamp", "event_type", "event_data");
      assertThat(element.get("event_number").asInt()).isEqualTo(++number);
      JsonNode data = element.get("event_data");
      if (event instanceof RawResponse) {
        assertThat(element.get("event_type").asString()).isEqualTo("RawResponsesStreamEvent");
        assertThat(data.propertyNames()).contains("input", "data", "type", "error");
        assertThat(data.get("type").asString()).isEqualTo("raw_response_event");
      } else {
        assertThat(element.get("event_type").asString()).isEqualTo("RunItemStreamEvent");
        assertThat(data.propertyNames()).containsExactly("name", "item", "type");
        assertThat(data.get("name").asString()).isEqualTo(event.name());
        assertThat(data.get("item").propertyNames())
            .containsExactly("id", "type", "data", "error", "timestamp");
      }
    }
  }

  @Test
  void itemsHoldWhatTheTutorialReads() throws Exception {
    Path file = folder.resolve("run.json");
    try (JsonLog log = JsonLog.array(file)) {
      Events.all().forEach(log::onEvent);
    }
    JsonNode started = item(file, "agent.tool_call_start");
    assertThat(started.get("id").asString()).isEqualTo("1-1");
    assertThat(started.get("data").get("name").asString()).isEqualTo("book");
    assertThat(started.get("data").get("kwargs").get("day").asInt()).isEqualTo(1);
    JsonNode asked = item(file, "agent.tool_permission_request");
    assertThat(asked.get("data").get("tool_name").asString()).isEqualTo("book");
    JsonNode completed = item(file, "agent.tool_call_complete");
    assertThat(completed.get("type").asString()).isEqualTo("tool_output");
    assertThat(completed.get("data").get("output").asString()).isEqualTo("out");
    assertThat(completed.get("error").asString()).isEqualTo("broke");
    JsonNode step = item(file, "agent.step_complete").get("data");
    assertThat(step.get("step").asInt()).isEqualTo(3);
    assertThat(step.get("action").get("name").asString()).isEqualTo("book");
    assertThat(step.get("observation").asString()).isEqualTo("seen");
    assertThat(item(file, "agent.final_output").get("data").get("answer").asString())
        .isEqualTo("done");
    assertThat(item(file, "agent.execution_complete").get("data").get("step_history")).hasSize(1);
  }

  @Test
  void aNewArrayTakesThePlaceOfTheOld() throws Exception {
    Path file = folder.resolve("run.json");
    Files.writeString(file, "[\n{}\n".repeat(1_000));
    try (JsonLog log = JsonLog.array(file)) {
      log.onEvent(Events.text(1, "one"));
    }
    assertThat(array(file)).hasSize(1);
  }

  private static JsonNode array(Path file) throws Exception {
    JsonNode array = JSON.readTree(Files.readString(file));
    assertThat(array.isArray()).isTrue();
    return array;
  }

  private static JsonNode item(Path file, String name) throws Exception {
    for (JsonNode element : array(file)) {
      if (element.get("event_data").path("name").asString("").equals(name)) {
        return element.get("event_data").get("item");
      }
    }
    throw new AssertionError("No item " + name);
  }
}
