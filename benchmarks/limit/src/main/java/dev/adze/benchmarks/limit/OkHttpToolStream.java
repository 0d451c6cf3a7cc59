package dev.adze.benchmarks.limit;

import dev.adze.benchmarks.kit.TokenStream;
import java.io.IOException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Two requests by hand: the model calls one known tool, is told the result, and answers. Only what
 * this one conversation needs is looked at.
 */
public final class OkHttpToolStream implements TokenStream {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String BEGIN =
      "{\"model\":\"tiny\",\"stream\":true,\"tools\":[{\"type\":\"function\",\"function\":{\"name\":"
          + "\"add\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"number\"},"
          + "\"b\":{\"type\":\"number\"}},\"required\":[\"a\",\"b\"],\"additionalProperties\":false}}}],"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me.\"}";

  private final ChatBytes chat;

  /** A client of the server. */
  public OkHttpToolStream(String server) {
    chat = new ChatBytes(server + "/chat/completions", BEGIN + "]}");
  }

  @Override
  public void stream(Tokens tokens) throws IOException {
    StringBuilder arguments = new StringBuilder();
    chat.read((bytes, start, end) -> chunk(bytes, start, end, arguments::append));
    String result = StrictDispatch.add(new StrictReader(arguments.toString()));
    chat.with(
            BEGIN
                + ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\",\"type\":"
                + "\"function\",\"function\":{\"name\":\"add\",\"arguments\":\""
                + arguments.toString().replace("\"", "\\\"")
                + "\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\""
                + result
                + "\"}]}")
        .read((bytes, start, end) -> chunk(bytes, start, end, tokens));
  }

  /** Tells each text that is content or a piece of arguments: never both in one answer. */
  private static void chunk(byte[] bytes, int start, int end, Tokens tokens) {
    if (bytes[start] != '{') {
      return;
    }
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          String name = in.currentName();
          if (name.equals("content") || name.equals("arguments")) {
            String text = in.getString();
            if (!text.isEmpty()) {
              tokens.add(text);
            }
          }
        }
      }
    }
  }
}
