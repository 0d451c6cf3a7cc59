package dev.adze.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.FinishReason;
import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.TextPart;
import dev.adze.model.ToolCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How calls begin and end: whole bodies, refusals, broken connections, silence and cancelling. */
@Timeout(30)
class OpenAiCallTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  private static final String EVENT =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n\n";
  private static final String STOP =
      "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
  private static final String WHOLE =
      """
      {"id": "r", "model": "m", "choices": [{"index": 0, "message": {"role": "assistant",
        "content": "Hi", "refusal": null, "tool_calls": [{"id": "p", "type": "function",
        "function": {"name": "f", "arguments": "{}"}}]}, "finish_reason": "tool_calls"}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}}
      """;

  private final List<ModelChunk> chunks = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesAWholeBodyAsOneChunkWhateverWasAskedFor(boolean streaming) {
    try (LoopbackServer server = LoopbackServer.answering(200, "\n\n " + WHOLE)) {
      ModelResponse response = call(server, streaming).execute(chunks::add);

      assertThat(response.message().parts())
          .containsExactly(new TextPart("Hi"), new ToolCall("call_1", "p", "f", "{}"));
      assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
      assertThat(response.usage().totalTokens()).isEqualTo(5);
      assertThat(chunks).hasSize(1);
      assertThat(chunks.get(0).json()).isEqualTo(WHOLE);
      assertThat(chunks.get(0).deltas()).hasSize(2);
    }
  }

  @Test
  void skipsAByteOrderMarkInFrontOfABodyAndOfAStream() {
    try (LoopbackServer whole = LoopbackServer.answering(200, "\ufeff" + WHOLE);
        LoopbackServer stream =
            LoopbackServer.answering(200, "\ufeff" + EVENT + "\ufeff" + EVENT + EVENT + STOP)) {
      assertThat(call(whole, false).execute(chunks::add).message().text()).isEqualTo("Hi");
      // A mark in front of a later line is a part of the name of a field that nobody knows.
      assertThat(call(stream, true).execute(chunks::add).message().text()).isEqualTo("aa");
    }
  }

  @Test
  void readsAStreamThatWasNotAskedFor() {
    try (LoopbackServer server = LoopbackServer.answering(200, EVENT + STOP)) {
      assertThat(call(server, false).execute(chunks::add).message().text()).isEqualTo("a");
    }
  }

  @Test
  void sendsTheKeyAndWhatItWants() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      call(server, true).execute(chunks::add);

      assertThat(server.requests().get(0).head())
          .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
          .contains("Authorization: Bearer " + KEY + "\r\n")
          .contains("Content-Type: application/json\r\n")
          .contains("Accept: text/event-stream\r\n");
    }
  }

  @Test
  void tellsWhatTheProviderSaysOfARefusal() {
    String body =
        "{\"error\":{\"message\":\"Slow down, "
            + KEY
            + ".\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";
    try (LoopbackServer server =
        LoopbackServer.answering(429, body, "x-request-id: req_7", "Retry-After: 2")) {
      ModelException failure = failure(call(server, true));

      assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
      assertThat(failure.status()).hasValue(429);
      assertThat(failure.code()).contains("rate_limit_exceeded");
      assertThat(failure.requestId()).contains("req_7");
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
      assertThat(failure)
          .hasMessage(
              "127.0.0.1:%d answered with status 429 (rate_limit_exceeded): Slow down, ***.",
              server.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>\n<b>oops</b></html>", "plain oops", "{\"x\":", "[]"})
  void findsWordsForARefusalThatExplainsNothing(String body) {
    try (LoopbackServer server = LoopbackServer.answering(502, body + " ".repeat(5000))) {
      ModelException failure = failure(call(server, true));

      assertThat(failure.kind()).isEqualTo(Kind.SERVER);
      assertThat(failure.getMessage()).contains("status 502").hasSizeLessThan(300);
      assertThat(failure.getMessage()).contains(body.contains("oops") ? "oops" : "502");
    }
  }

  @Test
  void keepsLongWordsShort() {
    try (LoopbackServer server =
        LoopbackServer.answering(400, "{\"error\":\"" + "x".repeat(200_000) + "\"}")) {
      assertThat(failure(call(server, true)).getMessage()).hasSizeLessThan(1100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!doctype html><p>Sign in</p>", "OK", "", "{}", "{\"choices\":[]}", "[1]"})
  void refusesASuccessThatIsNoResponse(String body) {
    try (LoopbackServer server = LoopbackServer.answering(200, body)) {
      assertThat(failure(call(server, false)).kind()).isEqualTo(Kind.PROTOCOL);
    }
  }

  @Test
  void findsAnErrorInAWholeBody() {
    try (LoopbackServer server =
        LoopbackServer.answering(200, "{\"error\":{\"message\":\"m\",\"code\":404}}")) {
      assertThat(failure(call(server, true)).kind()).isEqualTo(Kind.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void doesNotFollowRedirects(int status) {
    try (LoopbackServer elsewhere = LoopbackServer.answering(200, WHOLE);
        LoopbackServer server =
            LoopbackServer.answering(status, "", "Location: " + elsewhere.url())) {
      ModelException failure = failure(call(server, true));

      assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
      assertThat(failure).hasMessageContaining("Redirects are not followed");
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 407, 408, 421, 429, 500, 503})
  void sendsARequestOnceWhateverTheAnswer(int status) {
    try (LoopbackServer server =
        LoopbackServer.answering(
            status, "", "Retry-After: 0", "WWW-Authenticate: Basic realm=\"x\"")) {
      failure(call(server, true));

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void sendsARequestOnceWhenTheConnectionBreaks() {
    try (LoopbackServer server = LoopbackServer.start((socket, out) -> socket.close())) {
      ModelException failure = failure(call(server, true));

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("127.0.0.1:" + server.port());
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void keepsTheConnectionForTheNextCall() {
    byte[] answer =
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk(EVENT)
                + chunk(STOP)
                + chunk("data: [DONE]\n\n")
                + "0\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    List<Integer> ports = new ArrayList<>();
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> {
              ports.add(socket.getPort());
              out.write(answer);
            });
        OpenAiClient client = client(server).build()) {
      for (int i = 0; i < 3; i++) {
        client.newCall(request(true)).execute(chunks::add);
      }
      assertThat(ports).hasSize(3).containsOnly(ports.get(0));
    }
  }

  @Test
  void namesWhomItCouldNotReach() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    try (OpenAiClient client =
        OpenAiClient.builder().baseUrl("http://127.0.0.1:" + port + "/v1").build()) {
      ModelException failure = failure(client.newCall(request(true)));

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageStartingWith("127.0.0.1:" + port + " could not be reached");
    }
  }

  @Test
  void namesAHostThatDoesNotExist() {
    try (OpenAiClient client =
        OpenAiClient.builder().apiKey(KEY).baseUrl("https://no-such-host.invalid/v1").build()) {
      ModelException failure = failure(client.newCall(request(true)));

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageStartingWith("The host of no-such-host.invalid:443 is unknown");
    }
  }

  @Test
  void tellsAnInsecureServer() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE);
        OpenAiClient client =
            OpenAiClient.builder().baseUrl(server.url().replace("http:", "https:")).build()) {
      assertThat(failure(client.newCall(request(true))).kind()).isEqualTo(Kind.NETWORK);
    }
  }

  @Test
  void tellsAStreamThatBroke() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write((head + chunk(EVENT) + "ff\r\ndata: {").getBytes(StandardCharsets.UTF_8));
          socket.close();
        })) {
      ModelException failure = failure(call(server, true));

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("broke in the middle of its response");
      assertThat(chunks).hasSize(1);
    }
  }

  @Test
  void acceptsAStreamThatBreaksAfterItsFinishReason() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write((head + chunk(EVENT) + chunk(STOP)).getBytes(StandardCharsets.UTF_8));
          socket.close();
        })) {
      assertThat(call(server, true).execute(chunks::add).message().text()).isEqualTo("a");
    }
  }

  @Test
  void tellsAnAnswerThatIsNotHttp() {
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          socket.close();
        })) {
      assertThat(failure(call(server, true)).kind()).isEqualTo(Kind.PROTOCOL);
    }
  }

  @Test
  void waitsForTheFirstByteAsLongAsItIsToldTo() {
    try (LoopbackServer server = LoopbackServer.start((socket, out) -> {});
        OpenAiClient client =
            client(server)
                .http(HttpSettings.builder().firstByteTimeout(Duration.ofMillis(50)).build())
                .build()) {
      ModelException failure = failure(client.newCall(request(true)));

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure).hasMessage("127.0.0.1:%d was silent for too long.", server.port());
    }
  }

  @Test
  void endsAStreamThatFallsSilent() {
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> out.write(LoopbackServer.response(200, EVENT)));
        OpenAiClient client =
            client(server)
                .http(HttpSettings.builder().idleTimeout(Duration.ofMillis(50)).build())
                .build()) {
      assertThat(failure(client.newCall(request(true))).kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(chunks).hasSize(1);
    }
  }

  @Test
  void waitsForTheWordsOfARefusalNoLongerThanForAStream() {
    byte[] refusal =
        "HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 99\r\n\r\n{\"error\":\"slow down\"}"
            .getBytes(StandardCharsets.UTF_8);
    try (LoopbackServer server = LoopbackServer.start((socket, out) -> out.write(refusal));
        OpenAiClient client =
            client(server)
                .http(
                    HttpSettings.builder()
                        .firstByteTimeout(Duration.ofSeconds(40))
                        .idleTimeout(Duration.ofMillis(50))
                        .build())
                .build()) {
      ModelException failure = failure(client.newCall(request(true)));

      assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
      assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
      assertThat(failure).hasMessageContaining("slow down");
    }
  }

  @Test
  void endsAStreamThatFallsSilentOverSocketsThatKnowNoTimeOut() {
    HttpSettings http =
        HttpSettings.builder()
            .idleTimeout(Duration.ofMillis(50))
            .sockets(new Sockets(TimelessSocket::new))
            .build();
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> out.write(LoopbackServer.response(200, EVENT)));
        OpenAiClient client = client(server).http(http).build()) {
      // On another thread, because no interrupt ends such a read.
      CompletableFuture<ModelException> failure =
          CompletableFuture.supplyAsync(() -> failure(client.newCall(request(true))));

      assertThat(failure).succeedsWithin(Duration.ofSeconds(20));
      assertThat(failure.join().kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(chunks).hasSize(1);
    }
  }

  @Test
  void waitsForTheNextFirstByteLongerThanAStreamMayBeSilent() throws IOException {
    String body = EVENT + STOP + "data: [DONE]\n\n";
    byte[] response =
        ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
            .getBytes(StandardCharsets.UTF_8);
    Socket socket = new Socket();
    List<Integer> limits = new CopyOnWriteArrayList<>();
    HttpSettings http =
        HttpSettings.builder()
            .firstByteTimeout(Duration.ofMinutes(2))
            .idleTimeout(Duration.ofMinutes(1))
            .sockets(new Sockets(() -> socket))
            .build();
    try (LoopbackServer server =
            LoopbackServer.start((accepted, out) -> {
              limits.add(socket.getSoTimeout());
              out.write(response);
            });
        OpenAiClient client = client(server).http(http).build()) {
      client.newCall(request(true)).execute(chunks::add);
      limits.add(socket.getSoTimeout());
      client.newCall(request(true)).execute(chunks::add);
    }

    assertThat(limits).containsExactly(120_000, 60_000, 120_000);
  }

  @Test
  void countsTheWaitForTheFirstByteOfTheBodyAsOneForTheFirstByte() {
    try (LoopbackServer server =
            LoopbackServer.start((socket, out) -> out.write(LoopbackServer.response(200, "")));
        OpenAiClient client =
            client(server)
                .http(
                    HttpSettings.builder()
                        .firstByteTimeout(Duration.ofMillis(50))
                        .idleTimeout(Duration.ofMinutes(5))
                        .build())
                .build()) {
      assertThat(failure(client.newCall(request(true))).kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void isCancelledBeforeItIsExecuted() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ModelCall call = call(server, true);
      call.cancel();

      assertThat(failure(call).kind()).isEqualTo(Kind.CANCELLED);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void isCancelledWhileItWaits() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (LoopbackServer server = LoopbackServer.start((socket, out) -> asked.countDown())) {
      ModelCall call = call(server, true);
      CompletableFuture<ModelException> failed = CompletableFuture.supplyAsync(() -> failure(call));
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      call.cancel();

      assertThat(failed.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  @Test
  void isCancelledByTheConsumerOfAChunkAndGivesNoMore() {
    try (LoopbackServer server = LoopbackServer.answering(200, EVENT + EVENT + STOP)) {
      ModelCall call = call(server, true);
      ModelException failure =
          catchThrowableOfType(
              ModelException.class,
              () ->
                  call.execute(chunk -> {
                    chunks.add(chunk);
                    call.cancel();
                  }));

      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
      assertThat(chunks).hasSize(1);
    }
  }

  @Test
  void isCancelledByAnInterruptWhichStaysSet() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ModelCall call = call(server, true);
      Thread.currentThread().interrupt();
      ModelException failure = failure(call);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  @Test
  void closesTheConnectionWhenTheConsumerThrows() throws Exception {
    CompletableFuture<Integer> hungUp = new CompletableFuture<>();
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write(LoopbackServer.response(200, EVENT));
          out.flush();
          hungUp.complete(socket.getInputStream().read());
        })) {
      IllegalStateException mine = new IllegalStateException("mine");

      assertThatThrownBy(() ->
              call(server, true)
                  .execute(chunk -> {
                    throw mine;
                  }))
          .isSameAs(mine);
      assertThat(hungUp.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
    }
  }

  @Test
  void isExecutedOnce() {
    try (LoopbackServer server = LoopbackServer.answering(200, WHOLE)) {
      ModelCall call = call(server, true);
      call.execute(chunks::add);
      call.cancel();

      assertThatThrownBy(() -> call.execute(chunks::add)).isInstanceOf(IllegalStateException.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private ModelException failure(ModelCall call) {
    ModelException failure =
        catchThrowableOfType(ModelException.class, () -> call.execute(chunks::add));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(KEY);
    }
    return failure;
  }

  private static ModelCall call(LoopbackServer server, boolean streaming) {
    return client(server).build().newCall(request(streaming));
  }

  private static OpenAiClient.Builder client(LoopbackServer server) {
    return OpenAiClient.builder().apiKey(KEY).baseUrl(server.url() + "/");
  }

  private static ModelRequest request(boolean streaming) {
    return ModelRequest.builder("m", List.of(Message.user("hi"))).streaming(streaming).build();
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  /** A socket that takes no time-out, as those of other kinds than TCP may. */
  private static final class TimelessSocket extends Socket {
    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
      return 0;
    }
  }

  /** Sockets of a user's making, which the client connects itself. */
  private static final class Sockets extends SocketFactory {
    private final Supplier<Socket> maker;

    Sockets(Supplier<Socket> maker) {
      this.maker = maker;
    }

    @Override
    public Socket createSocket() {
      return maker.get();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
