package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The environment alone chooses which model an example asks. */
@Timeout(60)
class ModelTest {
  private static final String KEY = "key-of-the-test";

  @TempDir private Path folder;

  private MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws Exception {
    server = ChatServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void openAi() throws Exception {
    server.enqueue(ChatServer.callOfTheCalculator());
    server.enqueue(ChatServer.answer());
    assertThat(run("OPENAI", ChatServer.baseUrl(server)))
        .isEqualTo(
            """
            The model is tiny.
            What is 15 * 7 + 23?
            Let me compute.
            -> calculator {"expression":"15*7+23"}
            <- success: 128
            It is 128.
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
    RecordedRequest first = server.takeRequest();
    assertThat(first.getTarget()).isEqualTo("/v1/chat/completions");
    assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(first.getBody().utf8())
        .contains("\"model\":\"tiny\"", "\"stream\":true", "Evaluates a mathematical expression.");
    assertThat(server.takeRequest().getBody().utf8())
        .as("the second request has the tool's result")
        .contains("\"content\":\"128\"");
  }

  @Test
  void groq() throws Exception {
    server.enqueue(ChatServer.answer());
    assertThat(run("GROQ", ChatServer.baseUrl(server))).contains("It is 128.\n");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/chat/completions");
  }

  @Test
  void anthropic() throws Exception {
    server.enqueue(ChatServer.answerOfAnthropic());
    assertThat(run("ANTHROPIC", "http://127.0.0.1:" + server.getPort())).contains("It is 128.\n");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/v1/messages");
    assertThat(request.getHeaders().get("x-api-key")).isEqualTo(KEY);
  }

  @Test
  void aServerThatRefusesTheKeyIsToldAndFailsTheProgram() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .body("{\"error\":{\"message\":\"Incorrect API key.\",\"code\":\"invalid_api_key\"}}")
            .build());
    Program.Ended ended = program("OPENAI", ChatServer.baseUrl(server));
    assertThat(ended.code()).isOne();
    assertThat(ended.printed())
        .contains("Incorrect API key.", "FAILED: 1 steps")
        .doesNotContain(KEY);
  }

  private String run(String provider, String baseUrl) throws Exception {
    Program.Ended ended = program(provider, baseUrl);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).doesNotContain(KEY);
    return ended.printed();
  }

  private Program.Ended program(String provider, String baseUrl) throws Exception {
    return Program.run(
        BasicStreaming.class,
        folder,
        Map.of(
            provider + "_API_KEY", KEY,
            provider + "_BASE_URL", baseUrl,
            provider + "_MODEL", "tiny"));
  }
}
