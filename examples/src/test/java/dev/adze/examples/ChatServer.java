package dev.adze.examples;

import java.io.IOException;
import java.net.InetAddress;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server on this machine that streams the two responses of the calculator's run. */
final class ChatServer {
  private ChatServer() {}

  static MockWebServer start() throws IOException {
    MockWebServer server = new MockWebServer();
    server.start(InetAddress.getByName("127.0.0.1"), 0);
    return server;
  }

  static String baseUrl(MockWebServer server) {
    return "http://127.0.0.1:" + server.getPort() + "/v1";
  }

  static MockResponse callOfTheCalculator() {
    return stream(
        chunk("{\"role\":\"assistant\",\"content\":\"Let me \"}", "null"),
        chunk("{\"content\":\"compute.\"}", "null"),
        chunk(
            "{\"tool_calls\":[{\"index\":0,\"id\":\"call_9\",\"type\":\"function\","
                + "\"function\":{\"name\":\"calculator\",\"arguments\":\"{\\\"expr\"}}]}",
            "null"),
        chunk(
            "{\"tool_calls\":[{\"index\":0,"
                + "\"function\":{\"arguments\":\"ession\\\":\\\"15*7+23\\\"}\"}}]}",
            "null"),
        chunk("{}", "\"tool_calls\""));
  }

  static MockResponse answer() {
    return stream(
        chunk("{\"role\":\"assistant\",\"content\":\"It is \"}", "null"),
        chunk("{\"content\":\"128.\"}", "null"),
        chunk("{}", "\"stop\""));
  }

  private static MockResponse stream(String... chunks) {
    StringBuilder body = new StringBuilder();
    for (String chunk : chunks) {
      body.append("data: ").append(chunk).append("\n\n");
    }
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(body.append("data: [DONE]\n\n").toString())
        .build();
  }

  private static String chunk(String delta, String finishReason) {
    return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"model\":\"tiny\","
        + "\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finishReason
        + "}]}";
  }
}
