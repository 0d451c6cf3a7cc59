package dev.adze.internal.http;

import dev.adze.internal.BatchConsumer;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One request on its way: sends it, gives every chunk on, and ends with the whole response. */
public final class HttpModelCall implements ModelCall {
  private final HttpExchange exchange;
  private final Function<? super JsonFeed, ? extends AnswerReader> readers;

  /**
   * @param readers makes the reader of the response, over the parser that it is to use
   */
  public HttpModelCall(
      HttpExchange exchange, Function<? super JsonFeed, ? extends AnswerReader> readers) {
    this.exchange = exchange;
    this.readers = readers;
  }

  @Override
  public ModelResponse execute(Consumer<? super ModelChunk> consumer) {
    BatchConsumer<? super ModelChunk> chunks = BatchConsumer.of(consumer);
    boolean whole = false;
    try (JsonFeed feed = new JsonFeed()) {
      ResponseBody body =
          exchange.send(() -> {
            feed.release();
            chunks.flush();
          });
      ModelResponse response = read(body, readers.apply(feed), chunks);
      whole = true;
      return response;
    } finally {
      exchange.close(whole);
      chunks.flush();
    }
  }

  @Override
  public void cancel() {
    exchange.cancel();
  }

  private ModelResponse read(
      ResponseBody body, AnswerReader reader, BatchConsumer<? super ModelChunk> chunks) {
    boolean marked = false;
    while (!marked && !reader.over()) {
      byte[] json = next(body, reader);
      if (json == null) {
        break;
      }
      marked = isDone(json);
      if (!marked && json.length > 0) {
        chunks.add(chunk(json, body.plain(), reader));
        exchange.checkCancelled();
      }
    }
    return reader.response(marked || body.plain());
  }

  private byte @Nullable [] next(ResponseBody body, AnswerReader reader) {
    try {
      return body.next();
    } catch (IOException e) {
      ModelException failure = exchange.failure(e);
      if (reader.finished() && failure.kind() != ModelException.Kind.CANCELLED) {
        return null;
      }
      throw failure;
    }
  }

  private ModelChunk chunk(byte[] json, boolean plain, AnswerReader reader) {
    try {
      return reader.read(json, plain);
    } catch (JacksonException e) {
      throw exchange.nonsense(e.getOriginalMessage(), json);
    }
  }

  /** Whether this is the marker at the end of a stream, which servers of all protocols may send. */
  private static boolean isDone(byte[] data) {
    return data.length >= 6 && data[0] == '[' && data[1] == 'D' && data[2] == 'O' && data[5] == ']';
  }
}
