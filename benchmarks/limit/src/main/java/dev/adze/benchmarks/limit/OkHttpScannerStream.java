package dev.adze.benchmarks.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.adze.benchmarks.kit.TokenStream;
import java.io.IOException;

/**
 * OpenAI's format with OkHttp's bytes and no JSON parser: looks for the content of the delta, as
 * only somebody can who knows what the server sends: of escapes it reads none but line ends.
 */
public final class OkHttpScannerStream implements TokenStream {
  private static final byte[] CONTENT = "\"delta\":{\"content\":\"".getBytes(UTF_8);

  private final ChatBytes chat;

  /** A client of the server. */
  public OkHttpScannerStream(String server) {
    chat =
        new ChatBytes(
            server + "/chat/completions",
            "{\"model\":\"tiny\",\"stream\":true,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me.\"}]}");
  }

  @Override
  public void stream(Tokens tokens) throws IOException {
    chat.read((bytes, start, end) -> chunk(bytes, start, end, tokens));
  }

  private static void chunk(byte[] bytes, int start, int end, Tokens tokens) {
    for (int i = start; i < end - CONTENT.length; i++) {
      if (bytes[i] == '"' && matches(bytes, i)) {
        int from = i + CONTENT.length;
        int to = from;
        boolean escaped = false;
        while (bytes[to] != '"') {
          if (bytes[to++] == '\\') {
            escaped = true;
            to++;
          }
        }
        if (to > from) {
          String text = new String(bytes, from, to - from, UTF_8);
          tokens.add(escaped ? text.replace("\\n", "\n") : text);
        }
        return;
      }
    }
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < CONTENT.length; i++) {
      if (bytes[at + i] != CONTENT[i]) {
        return false;
      }
    }
    return true;
  }
}
