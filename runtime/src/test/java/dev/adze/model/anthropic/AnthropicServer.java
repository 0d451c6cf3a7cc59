package dev.adze.model.anthropic;

import dev.adze.internal.http.LoopbackServer;
import dev.adze.model.Message;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Asks servers on the loopback interface, and writes JSON legibly. */
final class AnthropicServer {
  static final String PLAIN =
      json("{'type':'message','content':[{'type':'text','text':'ok'}],'stop_reason':'end_turn'}");

  private AnthropicServer() {}

  /** JSON with ' for ", and ^ for " inside of a text. */
  static String json(String text) {
    return text.replace("'", "\"").replace("^", "\\\"");
  }

  /** The body that the request is sent with. */
  static String body(ModelRequest.Builder request) {
    return body(request, client -> client);
  }

  /** The body that a client so set up sends the request with. */
  static String body(
      ModelRequest.Builder request, UnaryOperator<AnthropicClient.Builder> settings) {
    try (LoopbackServer server = LoopbackServer.answering(200, PLAIN);
        AnthropicClient client =
            settings.apply(AnthropicClient.builder().baseUrl(server.url())).build()) {
      client.newCall(request.streaming(false).build()).execute(chunk -> {});
      return server.requests().get(0).body();
    }
  }

  /** The response to these events, each given with ' for ". */
  static ModelResponse stream(List<ModelChunk> chunks, String... events) {
    List<String> data = new ArrayList<>();
    for (String event : events) {
      data.add(json(event));
    }
    try (LoopbackServer server = LoopbackServer.streaming(data.toArray(String[]::new))) {
      return ask(server, chunks, true);
    }
  }

  /** The response of a server. */
  static ModelResponse ask(LoopbackServer server, List<ModelChunk> chunks, boolean streaming) {
    try (AnthropicClient client =
        AnthropicClient.builder().baseUrl(server.url()).apiKey("key-of-the-test").build()) {
      return client
          .newCall(
              ModelRequest.builder("m", List.of(Message.user("hi"))).streaming(streaming).build())
          .execute(chunks::add);
    }
  }
}
