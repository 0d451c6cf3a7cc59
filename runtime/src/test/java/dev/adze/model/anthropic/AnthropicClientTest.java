package dev.adze.model.anthropic;

import static dev.adze.model.anthropic.AnthropicServer.PLAIN;
import static dev.adze.model.anthropic.AnthropicServer.ask;
import static dev.adze.model.anthropic.AnthropicServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.Message;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client is set up, and how calls end that give no message. */
@Timeout(30)
class AnthropicClientTest {
  private static final String KEY = "sk-ant-test-0123456789";

  @Test
  void isSetUpByTheEnvironment() {
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN)) {
      Map<String, String> environment =
          Map.of("ANTHROPIC_API_KEY", KEY + "\n", "ANTHROPIC_BASE_URL", server.url());
      send(AnthropicClient.fromEnvironment(environment::get));

      assertThat(server.requests().get(0).head())
          .startsWith("POST /v1/messages HTTP/1.1\r\n")
          .contains("x-api-key: " + KEY + "\r\n")
          .contains("anthropic-version: 2023-06-01\r\n")
          .contains("Accept: text/event-stream\r\n")
          .doesNotContain("anthropic-beta");
    }
  }

  @Test
  void usesAnthropicWhereTheEnvironmentSaysNothingElse() {
    Map<String, String> environment = Map.of("ANTHROPIC_API_KEY", KEY, "ANTHROPIC_BASE_URL", " ");

    assertThat(AnthropicClient.fromEnvironment(environment::get))
        .hasToString("AnthropicClient[https://api.anthropic.com/]");
    assertThatThrownBy(() -> AnthropicClient.fromEnvironment(name -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ANTHROPIC_API_KEY, which is not set");
  }

  @Test
  void needsAKeyForAnthropicOnly() {
    assertThatThrownBy(() -> AnthropicClient.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an API key");
    assertThat(AnthropicClient.builder().header("Authorization", "Bearer t").build()).isNotNull();
    assertThat(AnthropicClient.builder().apiKey(() -> KEY).build()).isNotNull();
    assertThat(AnthropicClient.builder().baseUrl(URI.create("http://localhost:4000")).build())
        .isNotNull();
  }

  @Test
  void asksForTheKeyAnewForEachRequest() {
    AtomicInteger asked = new AtomicInteger();
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN);
        AnthropicClient client =
            AnthropicClient.builder()
                .baseUrl(server.url())
                .apiKey(() -> "key-" + asked.incrementAndGet())
                .build()) {
      send(client);
      send(client);

      assertThat(server.requests().get(0).head()).contains("x-api-key: key-1\r\n");
      assertThat(server.requests().get(1).head()).contains("x-api-key: key-2\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /v1/messages",
    "/, /v1/messages",
    "/v1, /v1/messages",
    "/v1/, /v1/messages",
    "/anthropic, /anthropic/v1/messages",
    "/anthropic/v1?beta=true, /anthropic/v1/messages?beta=true"
  })
  void findsThePathBelowTheAddress(String address, String path) {
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN)) {
      String root = server.url().replace("/v1", "");
      send(AnthropicClient.builder().baseUrl(root + address).build());

      assertThat(server.requests().get(0).head()).startsWith("POST " + path + " HTTP/1.1\r\n");
    }
  }

  @Test
  void namesTheFeaturesThatItWants() {
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN)) {
      send(AnthropicClient.builder().baseUrl(server.url()).beta("files-1").beta("mcp-2").build());

      assertThat(server.requests().get(0).head()).contains("anthropic-beta: files-1,mcp-2\r\n");
    }
  }

  @Test
  void refusesNumbersThatAreNone() {
    assertThatThrownBy(() -> AnthropicClient.builder().maxTokens(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxTokens must be positive");
    assertThatThrownBy(() -> AnthropicClient.builder().thinkingBudget(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AnthropicClient.builder().apiKey(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, INVALID_REQUEST",
    "401, authentication_error, AUTHENTICATION",
    "402, billing_error, QUOTA",
    "403, permission_error, PERMISSION",
    "404, not_found_error, NOT_FOUND",
    "413, request_too_large, CONTEXT_LENGTH",
    "429, rate_limit_error, RATE_LIMIT",
    "500, api_error, SERVER",
    "504, timeout_error, TIMEOUT",
    "529, overloaded_error, OVERLOADED"
  })
  void tellsWhatTheProviderSaysOfARefusal(int status, String type, Kind kind) {
    String body =
        json(
            "{'type':'error','error':{'type':'"
                + type
                + "','message':'No, key-of-the-test.'},'request_id':'req_1'}");
    try (LoopbackServer server =
        LoopbackServer.answering(status, body, "request-id: req_1", "retry-after: 3")) {
      ModelException failure = failure(server, true);

      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.status()).hasValue(status);
      assertThat(failure.code()).contains(type);
      assertThat(failure.requestId()).contains("req_1");
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
      assertThat(failure).hasMessageContaining("No, ***.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prompt is too long: 300000 tokens > 200000 maximum, CONTEXT_LENGTH",
    "input length and `max_tokens` exceed context limit: 1 + 2 > 2, CONTEXT_LENGTH",
    "Your credit balance is too low to access the Anthropic API., QUOTA"
  })
  void understandsTheWordsOfABadRequest(String words, Kind kind) {
    String body =
        json("{'type':'error','error':{'type':'invalid_request_error','message':'")
            + words
            + json("'}}");
    try (LoopbackServer server = LoopbackServer.answering(400, body)) {
      assertThat(failure(server, false).kind()).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsAnErrorInABodyThatSucceeds(boolean streaming) {
    String body = json("{'error':{'message':'m','type':'overloaded_error'},'type':'error'}");
    try (LoopbackServer server = LoopbackServer.answering(200, body)) {
      assertThat(failure(server, streaming).kind()).isEqualTo(Kind.OVERLOADED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>Sign in</p>", "OK", "", "{}", "{'type':'message'}", "[1]", "{'a':"})
  void refusesASuccessThatIsNoMessage(String body) {
    try (LoopbackServer server = LoopbackServer.answering(200, json(body))) {
      assertThat(failure(server, false).kind()).isEqualTo(Kind.PROTOCOL);
    }
  }

  @Test
  void doesNotWaitForAServerThatHoldsTheConnectionOpenAfterTheLastEvent() {
    String events =
        json(
            "data: {'type':'message_start','message':{'content':[]}}\n\n"
                + "data: {'type':'content_block_delta','index':0,'delta':{'type':'text_delta',"
                + "'text':'Hi'}}\n\n"
                + "data: {'type':'message_stop'}\n\n");
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write(LoopbackServer.response(200, events));
          out.flush();
        })) {
      assertThat(ask(server, new ArrayList<>(), true).message().text()).isEqualTo("Hi");
    }
  }

  @Test
  void isCancelledInTheMiddleOfAStream() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    byte[] ping = json("data: {'type':'ping'}\n\n").getBytes(StandardCharsets.UTF_8);
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> {
              out.write(LoopbackServer.response(200, ""));
              out.write(ping);
              out.flush();
            });
        AnthropicClient client = AnthropicClient.builder().baseUrl(server.url()).build()) {
      ModelCall call = client.newCall(request(true));
      CompletableFuture<ModelException> failure =
          CompletableFuture.supplyAsync(() ->
              catchThrowableOfType(
                  ModelException.class, () -> call.execute(chunk -> reading.countDown())));
      assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
      call.cancel();

      assertThat(failure.join().kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  private static ModelException failure(LoopbackServer server, boolean streaming) {
    return catchThrowableOfType(
        ModelException.class, () -> ask(server, new ArrayList<>(), streaming));
  }

  private static void send(AnthropicClient client) {
    client.newCall(request(true)).execute(chunk -> {});
  }

  private static ModelRequest request(boolean streaming) {
    return ModelRequest.builder("m", List.of(Message.user("hi"))).streaming(streaming).build();
  }
}
