package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.TokenStream;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** OpenAI's format with OkHttp's bytes and Jackson's tokens, and nothing kept but the text. */
public final class OkHttpJacksonStream implements TokenStream {
  private static final JsonFactory JSON = new JsonFactory();

  private final ChatBytes chat;

  /** A client of the server. */
  public OkHttpJacksonStream(String server) {
    chat =
        new ChatBytes(
            server + "/chat/completions",
            "{\"model\":\"tiny\",\"stream\":true,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me.\"}]}");
  }

  @Override
  public void stream(Tokens tokens) throws IOException {
    chat.read((bytes, start, end) -> {
      if (bytes[start] == '{') {
        chunk(bytes, start, end, tokens);
      }
    });
  }

  private static void chunk(byte[] bytes, int start, int end, Tokens tokens) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        if (name.equals("choices") && value == JsonToken.START_ARRAY) {
          while (in.nextToken() == JsonToken.START_OBJECT) {
            choice(in, tokens);
          }
        } else {
          in.skipChildren();
        }
      }
    }
  }

  private static void choice(JsonParser in, Tokens tokens) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("delta") && value == JsonToken.START_OBJECT) {
        for (String field = in.nextName(); field != null; field = in.nextName()) {
          JsonToken content = in.nextToken();
          if (field.equals("content") && content == JsonToken.VALUE_STRING) {
            String text = in.getString();
            if (!text.isEmpty()) {
              tokens.add(text);
            }
          } else {
            in.skipChildren();
          }
        }
      } else {
        in.skipChildren();
      }
    }
  }
}
