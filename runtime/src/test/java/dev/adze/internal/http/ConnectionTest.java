package dev.adze.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.adze.model.HttpSettings;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import dev.adze.model.openai.OpenAiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client connects: over TLS and HTTP/2, through proxies, once, and not for ever. */
class ConnectionTest {
  private static final String KEY = "sk-a-key-that-nobody-may-see";
  private static final String ANSWER =
      "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},"
          + "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void speaksHttp2OverTlsUnlessItMayNot(boolean http2) throws Exception {
    try (MockWebServer server = tlsServer();
        OpenAiClient client = client(url(server), trusting().http2(http2)).build()) {
      List<ModelChunk> chunks = new ArrayList<>();
      ModelResponse response = client.newCall(request()).execute(chunks::add);

      assertThat(response.message().text()).isEqualTo("Hi");
      assertThat(chunks).hasSize(1);
      RecordedRequest seen = server.takeRequest();
      assertThat(seen.getVersion()).isEqualTo(http2 ? "HTTP/2" : "HTTP/1.1");
      assertThat(seen.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    }
  }

  @Test
  void trustsNoStranger() throws Exception {
    try (MockWebServer server = tlsServer();
        OpenAiClient client = client(url(server), HttpSettings.builder()).build()) {
      ModelException failure = failure(client);

      assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
      assertThat(failure).hasMessageContaining("No secure connection to 127.0.0.1:");
      assertThat(server.getRequestCount()).isZero();
    }
  }

  @Test
  void countsTheTlsHandshakeAsPartOfConnecting() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      OpenAiClient client =
          client(
                  "https://127.0.0.1:" + silent.getLocalPort(),
                  trusting().connectTimeout(Duration.ofMillis(100)))
              .build();

      ModelException failure = failure(client);

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure).hasMessageContaining("took too long to connect to");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void takesNoKeyToWhereARedirectLeads(int status) {
    try (LoopbackServer other = LoopbackServer.streaming("{}");
        LoopbackServer server =
            LoopbackServer.answering(status, "", "Location: " + other.url() + "/elsewhere");
        OpenAiClient client = client(server.url(), HttpSettings.builder()).build()) {
      assertThat(failure(client)).hasMessageContaining("Redirects are not followed");
      assertThat(other.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 408, 421, 425, 429, 500, 502, 503, 504})
  void sendsARequestOnceWhateverTheAnswer(int status) {
    try (LoopbackServer server = LoopbackServer.answering(status, "{}", "Retry-After: 0");
        OpenAiClient client =
            client(server.url(), HttpSettings.builder().proxyCredentials("ada", "secret-word"))
                .build()) {
      ModelException failure = failure(client);

      assertThat(failure.status()).hasValue(status);
      assertThat(failure.retryAfter()).hasValue(Duration.ZERO);
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).head()).doesNotContain("Proxy-Authorization");
    }
  }

  @Test
  void goesThroughAProxyAndTellsTheProxyAloneWhoItIs() {
    try (LoopbackServer proxy = proxy();
        OpenAiClient client =
            client("http://model.example/v1", through(proxy).proxyCredentials("ada", "secret-word"))
                .allowPlainHttp()
                .build()) {
      assertThat(client.newCall(request()).execute(chunk -> {}).message().text()).isEqualTo("Hi");

      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().get(0).head())
          .startsWith("POST http://model.example/v1/chat/completions HTTP/1.1")
          .contains("Proxy-Authorization: Basic ");
    }
  }

  @Test
  void takesNoProxyToThisMachineOverPlainHttp() {
    try (LoopbackServer proxy = proxy();
        LoopbackServer server = proxy();
        OpenAiClient client = client(server.url(), through(proxy)).build()) {
      client.newCall(request()).execute(chunk -> {});

      assertThat(server.requests()).hasSize(1);
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void keepsTheProxysPasswordToItself() {
    HttpSettings settings =
        HttpSettings.builder().proxyCredentials("ada-lovelace", "secret-word").build();

    assertThat(settings.toString()).doesNotContain("secret-word", "ada-lovelace");
  }

  @Test
  void givesAzureTheKeyInItsOwnHeaderAndTheVersionWithEveryRequest() {
    try (LoopbackServer proxy = proxy();
        OpenAiClient client =
            client(
                    "http://mine.openai.azure.com/openai/deployments/gpt/?api-version=2025-01-01",
                    through(proxy))
                .allowPlainHttp()
                .build()) {
      client.newCall(request()).execute(chunk -> {});

      assertThat(proxy.requests().get(0).head())
          .startsWith(
              "POST http://mine.openai.azure.com/openai/deployments/gpt/chat/completions"
                  + "?api-version=2025-01-01 HTTP/1.1")
          .contains("api-key: " + KEY)
          .doesNotContain("Authorization");
    }
  }

  @Test
  void asksForTheKeyAnewForEachRequestAndRepeatsNone() {
    AtomicInteger count = new AtomicInteger();
    try (LoopbackServer server =
            LoopbackServer.answering(
                401,
                "{\"error\":{\"message\":\"Wrong key "
                    + KEY
                    + "-2\",\"code\":\""
                    + KEY
                    + "-2\"}}");
        OpenAiClient client =
            OpenAiClient.builder()
                .baseUrl(server.url())
                .apiKey(() -> KEY + "-" + count.incrementAndGet())
                .build()) {
      failure(client);
      ModelException second = failure(client);

      assertThat(server.requests().get(0).head()).contains("Bearer " + KEY + "-1\r\n");
      assertThat(server.requests().get(1).head()).contains("Bearer " + KEY + "-2\r\n");
      assertThat(second).hasMessageContaining("Wrong key ***").hasMessageNotContaining(KEY);
      assertThat(second.code()).hasValue("***");
      assertThat(client.toString()).doesNotContain(KEY);
    }
  }

  private MockWebServer tlsServer() throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/event-stream")
            .body(ANSWER)
            .build());
    server.start(InetAddress.getByName("127.0.0.1"), 0);
    return server;
  }

  private HttpSettings.Builder trusting() {
    HandshakeCertificates known =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    return HttpSettings.builder().tls(known.sslContext(), known.trustManager());
  }

  private static String url(MockWebServer server) {
    return "https://127.0.0.1:" + server.getPort() + "/v1";
  }

  private static LoopbackServer proxy() {
    return LoopbackServer.answering(200, ANSWER, "Content-Type: text/event-stream");
  }

  private static HttpSettings.Builder through(LoopbackServer proxy) {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", proxy.port());
    return HttpSettings.builder()
        .proxies(
            new ProxySelector() {
              @Override
              public List<Proxy> select(URI uri) {
                return List.of(new Proxy(Proxy.Type.HTTP, address));
              }

              @Override
              public void connectFailed(URI uri, SocketAddress address, IOException error) {}
            });
  }

  private static OpenAiClient.Builder client(String url, HttpSettings.Builder http) {
    return OpenAiClient.builder().baseUrl(url).apiKey(KEY).http(http.build());
  }

  private static ModelRequest request() {
    return ModelRequest.builder("m", List.of(Message.user("hi"))).build();
  }

  private static ModelException failure(OpenAiClient client) {
    return catchThrowableOfType(
        ModelException.class, () -> client.newCall(request()).execute(chunk -> {}));
  }
}
