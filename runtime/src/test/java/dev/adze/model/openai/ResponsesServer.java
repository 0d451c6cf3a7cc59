package dev.adze.model.openai;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a client of the Responses API against a server that has its answer ready. */
final class ResponsesServer {
  private final List<ModelChunk> chunks = new ArrayList<>();
  private String origin = "";
  private JsonNode sent = JsonMapper.shared().nullNode();

  /** What came in before the response. */
  List<ModelChunk> chunks() {
    return chunks;
  }

  /** The request that was sent. */
  JsonNode sent() {
    return sent;
  }

  /** Names the server in the parts that it gave. */
  String origin() {
    return origin;
  }

  /** Streams events, with ' for ". */
  ModelResponse stream(String... events) {
    String[] json = new String[events.length];
    for (int i = 0; i < events.length; i++) {
      json[i] = json(events[i]);
    }
    return ask(LoopbackServer.streaming(json), true);
  }

  /** Answers with a whole body, with ' for ". */
  ModelResponse whole(String body) {
    return ask(LoopbackServer.answering(200, json(body)), false);
  }

  private ModelResponse ask(LoopbackServer server, boolean streaming) {
    return ask(
        server,
        ModelRequest.builder("m", List.of(Message.user("hi"))).streaming(streaming).build());
  }

  /** Sends a request. */
  ModelResponse ask(LoopbackServer server, ModelRequest request) {
    origin = "openai-responses 127.0.0.1:" + server.port();
    try (server;
        OpenAiClient client = client(server)) {
      ModelResponse response = client.newCall(request).execute(chunks::add);
      sent = JsonMapper.shared().readTree(server.requests().get(0).body());
      return response;
    }
  }

  static OpenAiClient client(LoopbackServer server) {
    return OpenAiClient.builder().api(OpenAiApi.RESPONSES).baseUrl(server.url()).build();
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }
}
