package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.TokenStream;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Anthropic's format with OkHttp's bytes and Jackson's tokens, and nothing kept but the text. */
public final class OkHttpAnthropicStream implements TokenStream {
  private static final JsonFactory JSON = new JsonFactory();

  private final ChatBytes chat;

  /** A client of the server. */
  public OkHttpAnthropicStream(String server) {
    chat =
        new ChatBytes(
            server + "/messages",
            "{\"model\":\"tiny\",\"stream\":true,\"max_tokens\":100000,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me.\"}]}");
  }

  @Override
  public void stream(Tokens tokens) throws IOException {
    chat.read((bytes, start, end) -> event(bytes, start, end, tokens));
  }

  private static void event(byte[] bytes, int start, int end, Tokens tokens) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
      in.nextToken();
      boolean delta = false;
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        if (name.equals("type")) {
          delta = in.getString().equals("content_block_delta");
        } else if (delta && name.equals("delta") && value == JsonToken.START_OBJECT) {
          delta(in, tokens);
        } else {
          in.skipChildren();
        }
      }
    }
  }

  private static void delta(JsonParser in, Tokens tokens) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("text") && value == JsonToken.VALUE_STRING) {
        tokens.add(in.getString());
      } else {
        in.skipChildren();
      }
    }
  }
}
