package dev.adze.benchmarks.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The answers of the {@link ModelServer}, made once and sent many times. */
final class Answers {
  private static final String HEAD =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/event-stream; charset=utf-8\r
      Transfer-Encoding: chunked\r
      \r
      """;

  /** How many bytes a busy server puts into one chunk of its body. */
  private static final int BLOCK = 8192;

  private static final String PADDING = "q8Xk2mVbT4nZs7LdPw1cRj9HgYf3Ea6U";

  private static final String[] WORDS = {
    " the", " of", " a", " and", " stream", " is", "ing", " token", " to", ",", " in", " it", "s",
    " model", " when", ".\\n"
  };

  private static final Map<String, byte[]> BURSTS = new ConcurrentHashMap<>();
  private static final Map<String, Answers> PACED = new ConcurrentHashMap<>();

  static final Answers NONE = new Answers(List.of());

  /** A call of the tool that the runs of the benchmarks have. */
  static final Answers CALL =
      pieces(
          List.of(
              openAi("{\"role\":\"assistant\",\"content\":null}", "null"),
              openAi(
                  "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":"
                      + "{\"name\":\"add\",\"arguments\":\"\"}}]}",
                  "null"),
              openAi(
                  "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":1,\"}}]}",
                  "null"),
              openAi(
                  "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"b\\\":2}\"}}]}",
                  "null"),
              openAi("{}", "\"tool_calls\"") + "data: [DONE]\n\n"));

  private final List<byte[]> pieces;

  private Answers(List<byte[]> pieces) {
    this.pieces = pieces;
  }

  int size() {
    return pieces.size();
  }

  ByteBuffer piece(int index) {
    return ByteBuffer.wrap(pieces.get(index));
  }

  /** A whole answer. */
  static ByteBuffer burst(boolean anthropic, int tokens) {
    byte[] bytes =
        BURSTS.computeIfAbsent(
            anthropic + " " + tokens,
            unused -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              out.writeBytes(HEAD.getBytes(US_ASCII));
              byte[] body = String.join("", events(anthropic, tokens)).getBytes(US_ASCII);
              for (int at = 0; at < body.length; at += BLOCK) {
                int length = Math.min(BLOCK, body.length - at);
                out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(US_ASCII));
                out.write(body, at, length);
                out.writeBytes("\r\n".getBytes(US_ASCII));
              }
              out.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
              return out.toByteArray();
            });
    return ByteBuffer.wrap(bytes);
  }

  /** The same answer, event by event. */
  static Answers paced(boolean anthropic, int tokens) {
    return PACED.computeIfAbsent(
        anthropic + " " + tokens, unused -> pieces(events(anthropic, tokens)));
  }

  private static Answers pieces(List<String> events) {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String event = events.get(i);
      String chunk = Integer.toHexString(event.length()) + "\r\n" + event + "\r\n";
      String head = i == 0 ? HEAD : "";
      String end = i == events.size() - 1 ? "0\r\n\r\n" : "";
      pieces.add((head + chunk + end).getBytes(US_ASCII));
    }
    return new Answers(pieces);
  }

  private static List<String> events(boolean anthropic, int tokens) {
    List<String> events = new ArrayList<>();
    events.add(
        anthropic ? ANTHROPIC_START : openAi("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    for (int i = 0; i < tokens; i++) {
      String word = WORDS[i * 7 % WORDS.length];
      events.add(anthropic ? anthropic(word) : openAi("{\"content\":\"" + word + "\"}", "null"));
    }
    events.add(anthropic ? ANTHROPIC_STOP : openAi("{}", "\"stop\"") + "data: [DONE]\n\n");
    return events;
  }

  private static String openAi(String delta, String finish) {
    return "data: {\"id\":\"chatcmpl-BxQ0vq3u2m7PjyYp1h5Xy9wZ8a7bC\",\"object\":"
        + "\"chat.completion.chunk\",\"created\":1751990000,\"model\":\"gpt-5-2025-08-07\","
        + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_07871e2ad8\",\"choices\":"
        + "[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
        + finish
        + "}],\"usage\":null,\"obfuscation\":\""
        // As the provider does, so that all chunks of text are of about the same length.
        + PADDING.substring(Math.min(delta.length(), PADDING.length()))
        + "\"}\n\n";
  }

  private static String anthropic(String word) {
    return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
        + "{\"type\":\"text_delta\",\"text\":\""
        + word
        + "\"}}\n\n";
  }

  private static final String ANTHROPIC_START =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_01AbC","type":"message",\
      "role":"assistant","model":"tiny","content":[],"stop_reason":null,"stop_sequence":null,\
      "usage":{"input_tokens":9,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      """;

  private static final String ANTHROPIC_STOP =
      """
      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},\
      "usage":{"output_tokens":20000}}

      event: message_stop
      data: {"type":"message_stop"}

      """;
}
