package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BasicStreamingTest {
  private static final Pattern RESULT = Pattern.compile("Result: (\\d+)");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void withoutAKeyAScriptPlaysTheModelAndTheToolReallyComputes() throws Exception {
    assertThat(run(Map.of())).isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(printedLines())
        .isEqualTo(
            """
            OPENAI_API_KEY is not set: a script plays the model gpt-4o.
            What is 15 * 7 + 23?
            -> calculator {"expression":"15 * 7 + 23"}
            <- success: Result: 128
            15 * 7 + 23 is 128.
            FINAL_OUTPUT after 2 steps
            """);
  }

  @Test
  void withAKeyTheSameProgramTalksToTheServer() throws Exception {
    try (MockWebServer server = ChatServer.start()) {
      server.enqueue(ChatServer.callOfTheCalculator());
      server.enqueue(ChatServer.answer());
      String url = ChatServer.baseUrl(server);
      assertThat(
              run(
                  Map.of(
                      "OPENAI_API_KEY", "sk-test-1234",
                      "OPENAI_BASE_URL", url,
                      "OPENAI_MODEL", "tiny")))
          .isEqualTo(StopReason.FINAL_OUTPUT);

      assertThat(printedLines())
          .isEqualTo(
              """
              What is 15 * 7 + 23?
              Let me compute.
              -> calculator {"expression":"15*7+23"}
              <- success: Result: 128
              It is 128.
              FINAL_OUTPUT after 2 steps
              """)
          .doesNotContain("sk-test-1234");
      RecordedRequest first = server.takeRequest();
      assertThat(first.getTarget()).isEqualTo("/v1/chat/completions");
      assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer sk-test-1234");
      assertThat(first.getBody().utf8())
          .contains("\"model\":\"tiny\"", "\"temperature\":0.3", "\"stream\":true")
          .contains("\"name\":\"calculator\"", "Evaluates a mathematical expression.");
      Matcher result = RESULT.matcher(server.takeRequest().getBody().utf8());
      assertThat(result.find()).as("the second request has the tool's result").isTrue();
      assertThat(result.group(1)).isEqualTo("128");
    }
  }

  @Test
  void aServerThatRefusesTheKeyIsTold() throws Exception {
    try (MockWebServer server = ChatServer.start()) {
      server.enqueue(
          new MockResponse.Builder()
              .code(401)
              .body("{\"error\":{\"message\":\"Incorrect API key.\",\"code\":\"invalid_api_key\"}}")
              .build());
      String url = ChatServer.baseUrl(server);
      assertThat(run(Map.of("OPENAI_API_KEY", "sk-test-1234", "OPENAI_BASE_URL", url)))
          .isEqualTo(StopReason.FAILED);
      assertThat(printedLines())
          .contains("FAILED after 1 steps\n", "Incorrect API key.")
          .doesNotContain("sk-test-1234");
    }
  }

  @Test
  void theCalculatorSaysWhatIsWrongWithAnExpression() {
    assertThat(new Calculator().calculator("2 * (3")).startsWith("Error: ");
    assertThat(new Calculator().calculator("1 / 0")).startsWith("Error: ");
    assertThat(new Calculator().calculator("2 ^ 10 - 0.5")).isEqualTo("Result: 1023.5");
  }

  private StopReason run(Map<String, String> environment) throws InterruptedException {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return BasicStreaming.run(environment, out).stopReason();
  }

  private String printedLines() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
