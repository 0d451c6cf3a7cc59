package dev.adze.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server on this machine that streams the responses of the calculator's run. */
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

  static MockResponse answerOfAnthropic() {
    return events(
        "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
            + "\"role\":\"assistant\",\"model\":\"tiny\",\"content\":[],\"stop_reason\":null,"
            + "\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}",
        "{\"type\":\"content_block_start\",\"index\":0,"
            + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
        "{\"type\":\"content_block_delta\",\"index\":0,"
            + "\"delta\":{\"type\":\"text_delta\",\"text\":\"It is 128.\"}}",
        "{\"type\":\"content_block_stop\",\"index\":0}",
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
            + "\"usage\":{\"output_tokens\":6}}",
        "{\"type\":\"message_stop\"}");
  }

  private static MockResponse stream(String... chunks) {
    return events(Stream.concat(Stream.of(chunks), Stream.of("[DONE]")).toArray(String[]::new));
  }

  private static MockResponse events(String... data) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/event-stream")
        .body(Stream.of(data).map(line -> "data: " + line + "\n\n").collect(Collectors.joining()))
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
