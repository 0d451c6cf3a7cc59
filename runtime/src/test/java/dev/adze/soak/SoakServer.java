package dev.adze.soak;

import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import dev.adze.model.openai.OpenAiClient;
import dev.adze.model.scripted.ScriptedModel;
import java.io.FileInputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server on the loopback that says what scripted models say, and the client for it. A request
 * names its model, and so its run.
 */
final class SoakServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PASSWORD = "changeit";

  private final Map<String, ScriptedModel> models = new ConcurrentHashMap<>();
  private final Map<String, String> broken = new ConcurrentHashMap<>();
  private final MockWebServer server = new MockWebServer();
  private final Protocol protocol;
  private final OpenAiClient client;

  private SoakServer(Protocol protocol, Path folder) throws Exception {
    this.protocol = protocol;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    boolean secure = protocol == Protocol.HTTP_2;
    if (secure) {
      server.useHttps(trusted(folder).getSocketFactory());
    }
    server.setProtocols(secure ? List.of(protocol, Protocol.HTTP_1_1) : List.of(protocol));
    server.start(InetAddress.getByName("127.0.0.1"), 0);
    OpenAiClient.Builder builder = OpenAiClient.builder().apiKey("none");
    if (!secure) {
      builder.allowPlainHttp();
    }
    String scheme = secure ? "https" : "http";
    client = builder.baseUrl(scheme + "://127.0.0.1:" + server.getPort() + "/v1").build();
  }

  /** A server of HTTP/1.1 without TLS. */
  static SoakServer http1(Path folder) throws Exception {
    return new SoakServer(Protocol.HTTP_1_1, folder);
  }

  /** A server of HTTP/2 over TLS, whose certificate this whole process trusts from now on. */
  static SoakServer http2(Path folder) throws Exception {
    return new SoakServer(Protocol.HTTP_2, folder);
  }

  OpenAiClient client() {
    return client;
  }

  void serve(String name, ScriptedModel model) {
    models.put(name, model);
  }

  /** Ends what is served under a name; what was wrong with a request of it, or "". */
  String forget(String name) {
    models.remove(name);
    String wrong = broken.remove(name);
    return wrong == null ? "" : wrong;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }

  private MockResponse answer(RecordedRequest request) {
    JsonNode body = JSON.readTree(request.getBody().utf8());
    String name = body.get("model").asString();
    ScriptedModel model = models.get(name);
    if (model == null) {
      return new MockResponse.Builder().code(404).body("{}").build();
    }
    String wrong = Conversations.wrongOnTheWire(body.get("messages"));
    if (!wrong.isEmpty()) {
      broken.put(name, wrong);
    }
    return answer(model, name, body.path("stream").asBoolean(false));
  }

  private MockResponse answer(ScriptedModel model, String name, boolean streaming) {
    ModelRequest asked =
        ModelRequest.builder(name, List.of(Message.user("?"))).streaming(streaming).build();
    List<String> sent = new ArrayList<>();
    AtomicReference<ModelException> failure = new AtomicReference<>();
    boolean hanging = !execute(model, asked, sent, failure);
    if (hanging) {
      return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    }
    if (failure.get() != null && sent.isEmpty()) {
      return new MockResponse.Builder().code(400).body("{\"error\":{\"message\":\"no\"}}").build();
    }
    if (!streaming) {
      return new MockResponse.Builder()
          .addHeader("Content-Type", "application/json")
          .body(sent.get(0))
          .build();
    }
    StringBuilder events = new StringBuilder();
    sent.forEach(json -> events.append("data: ").append(json).append("\n\n"));
    if (failure.get() == null) {
      events.append("data: [DONE]\n\n");
    }
    MockResponse.Builder response =
        new MockResponse.Builder().addHeader("Content-Type", "text/event-stream");
    return protocol == Protocol.HTTP_1_1
        ? response.chunkedBody(events.toString(), 64).build()
        : response.body(events.toString()).build();
  }

  /** False if the model has stopped to answer, which its script tells by being interrupted. */
  private static boolean execute(
      ScriptedModel model,
      ModelRequest asked,
      List<String> sent,
      AtomicReference<ModelException> failure) {
    try {
      model.newCall(asked).execute((ModelChunk chunk) -> sent.add(chunk.json()));
    } catch (ModelException e) {
      failure.set(e);
    } catch (PlannedModel.HangingException hanging) {
      return false;
    }
    return true;
  }

  private static SSLContext trusted(Path folder) throws Exception {
    Path file = folder.resolve("soak.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            file.toString());
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    keytool.getInputStream().readAllBytes();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
