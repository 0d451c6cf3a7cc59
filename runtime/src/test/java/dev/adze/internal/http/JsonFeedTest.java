package dev.adze.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The parser of a response's JSON texts. */
class JsonFeedTest {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final List<JsonParser> parsers = new CopyOnWriteArrayList<>();

  @Test
  void placesAreThoseOfTheTextAfterTheParserWasLetGoToo() {
    try (JsonFeed feed = new JsonFeed()) {
      for (int i = 0; i < 3; i++) {
        assertThat(element(feed, "  {\"skipped\":[0],\"kept\":{\"é\":[1,2]}} ")).isEqualTo("[1,2]");
        assertThat(element(feed, "{\"kept\":{\"long name\":[\"x\"]}}")).isEqualTo("[\"x\"]");
        feed.release();
      }
    }
  }

  /** The array in the text that is the member of a member. */
  private static String element(JsonFeed feed, String text) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    JsonParser in = feed.begin(json, 0, json.length);
    String found = "";
    int depth = 0;
    do {
      JsonToken token = in.nextToken();
      if (token == JsonToken.START_ARRAY && depth == 2) {
        int start = feed.tokenStart();
        in.skipChildren();
        found = new String(json, start, feed.tokenEnd() - start, StandardCharsets.UTF_8);
      } else {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
    } while (depth > 0);
    feed.end();
    return found;
  }

  /** Its buffers would be most of what a stream takes while its model thinks. */
  @Test
  void noneIsKeptWhileTheServerIsWaitedFor() {
    String both = "data: {\"a\":1}\n\ndata: {\"a\":2}\n\n";
    try (LoopbackServer server =
        LoopbackServer.start((socket, out) -> {
          out.write(LoopbackServer.response(200, both, "Content-Type: text/event-stream"));
          out.flush();
          if (isClosedAtLast(1)) {
            out.write("data: {\"a\":3}\n\ndata: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
          }
          socket.close();
        })) {
      HttpExchange exchange =
          HttpEndpoint.builder(server.url())
              .build()
              .post("texts", new Buffer().writeUtf8("{}"), true);
      new HttpModelCall(exchange, Texts::new).execute(chunk -> {});
    }

    assertThat(parsers).hasSize(3);
    assertThat(parsers.get(1)).isSameAs(parsers.get(0));
    assertThat(parsers.get(2)).isNotSameAs(parsers.get(1)).matches(JsonParser::isClosed);
  }

  private boolean isClosedAtLast(int index) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE_NANOS) {
      if (parsers.size() > index && parsers.get(index).isClosed()) {
        return true;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return false;
  }

  /** Reads texts to their end, and remembers by which parser. */
  private final class Texts implements AnswerReader {
    private final JsonFeed feed;

    Texts(JsonFeed feed) {
      this.feed = feed;
    }

    @Override
    public ModelChunk read(byte[] json, boolean plain) {
      JsonParser in = feed.begin(json, 0, json.length);
      in.nextToken();
      in.skipChildren();
      feed.end();
      parsers.add(in);
      return new ModelChunk(json, 0, json.length, "", List.of());
    }

    @Override
    public boolean over() {
      return false;
    }

    @Override
    public boolean finished() {
      return false;
    }

    @Override
    public ModelResponse response(boolean ended) {
      return ModelResponse.builder(new AssistantMessage(List.of()), FinishReason.STOP).build();
    }
  }
}
