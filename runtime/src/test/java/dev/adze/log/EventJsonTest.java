package dev.adze.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolPermissionDecision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The shape of every line: what programs that read logs rely on. */
class EventJsonTest {
  private static final String HEADER =
      "\"run_id\":\"run-1\",\"leg\":2,\"sequence\":5,\"step\":3,\"agent\":\"helper\",\"depth\":1,"
          + "\"parent_call_id\":\"outer-1\",\"time\":\"2026-01-02T03:04:05.678Z\"";

  @Test
  void everyEventHasItsDocumentedShape() {
    String lines =
        Events.all().stream()
            .map(EventJsonTest::line)
            .map(line -> line + "\n")
            .collect(Collectors.joining())
            .replace(HEADER, "HEADER");
    assertThat(lines).isEqualTo(resource("events.jsonl"));
  }

  @Test
  void everyKindOfEventIsCovered() {
    assertThat(Events.all().stream().<Class<?>>map(RunEvent::getClass))
        .containsExactlyInAnyOrder(RunEvent.class.getPermittedSubclasses());
  }

  @Test
  void everyLineIsOneLineAndCarriesNoCauseOfAnException() {
    for (RunEvent event : Events.all()) {
      assertThat(line(event)).endsWith("}").doesNotContain("\n").doesNotContain("sk-secret");
      assertThat(JsonLogTest.only(event).isObject()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":  1.50e3}|{\"a\":  1.50e3}",
        "{\"a\":1,$\"b\":[$]}|{\"a\":1, \"b\":[ ]}",
        "{\"a\":|\"{\\\"a\\\":\"",
        "{} {}|\"{} {}\"",
        "|\"\"",
        "[DONE]|\"[DONE]\"",
        "\"\\ud83d\"|\"\\\"\\\\ud83d\\\"\"",
      })
  void aChunkIsEmbeddedAsItCameAndIsAStringIfItIsNoJson(String sent, String written) {
    String json = sent == null ? "" : sent.replace('$', '\n');
    String line = line(Events.chunk(json));
    assertThat(line).contains("\"data\":" + written + "}}");
    assertThat(JsonLogTest.only(Events.chunk(json)).get("chunk").has("data")).isTrue();
  }

  @Test
  void anAnswerIsInTheResultAndAnApprovalIsADecision() {
    RunResult answered = RunResult.builder("run-1", StopReason.FINAL_OUTPUT).text("128").build();
    JsonNode result =
        JsonLogTest.only(new ExecutionComplete(Events.HEADER, answered)).get("result");
    assertThat(result.get("text").asString()).isEqualTo("128");
    assertThat(result.get("stop_reason").asString()).isEqualTo("final_output");
    assertThat(result.get("failure").isNull()).isTrue();

    RunEvent approved = new ToolPermissionDecision(Events.HEADER, "1-1", Decision.approve(), "Ada");
    assertThat(line(approved)).contains("\"decision\":{\"type\":\"approved\"}");
  }

  private static String line(RunEvent event) {
    byte[] line = EventJson.line(event, UnaryOperator.identity());
    return new String(line, StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (var in = EventJsonTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
