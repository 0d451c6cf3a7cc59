package dev.adze.model.openai;

import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.JsonFeed;
import dev.adze.internal.http.ResponseBody;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One request on its way: sends it, gives every chunk on, and ends with the whole response. */
final class OpenAiCall implements ModelCall {
  private final HttpExchange exchange;
  private final OpenAiAnswer answer;
  private final OpenAiChunkReader reader;

  OpenAiCall(ModelRequest request, OpenAiDialect dialect, HttpExchange exchange) {
    this.exchange = exchange;
    this.answer = new OpenAiAnswer(request, dialect);
    this.reader = new OpenAiChunkReader(answer);
  }

  @Override
  public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
    boolean whole = false;
    try {
      ResponseBody body = exchange.send();
      // Made only now: the parser's buffers would wait for the response with it.
      try (JsonFeed feed = new JsonFeed()) {
        ModelResponse response = read(body, feed, chunks);
        whole = true;
        return response;
      }
    } finally {
      exchange.close(whole);
    }
  }

  @Override
  public void cancel() {
    exchange.cancel();
  }

  private ModelResponse read(
      ResponseBody body, JsonFeed feed, Consumer<? super ModelChunk> chunks) {
    byte[] json = next(body);
    while (json != null && !isDone(json)) {
      if (json.length > 0) {
        chunks.accept(chunk(json, body.plain(), feed));
        exchange.checkCancelled();
      }
      json = next(body);
    }
    if (answer.failed()) {
      throw exchange.gaveUp();
    }
    boolean ended = json != null || body.plain() || answer.finished();
    if (!answer.begun() || !ended) {
      throw exchange.endedEarly();
    }
    return answer.response();
  }

  /** A response that has said why it ended is whole, whatever happens to the connection then. */
  private byte @Nullable [] next(ResponseBody body) {
    try {
      return body.next();
    } catch (IOException e) {
      ModelException failure = exchange.failure(e);
      if (answer.finished() && failure.kind() != ModelException.Kind.CANCELLED) {
        return null;
      }
      throw failure;
    }
  }

  private ModelChunk chunk(byte[] json, boolean plain, JsonFeed feed) {
    List<ModelDelta> deltas;
    try {
      deltas = reader.read(feed.begin(json, 0, json.length), json, plain);
      feed.end();
    } catch (JacksonException e) {
      throw exchange.nonsense(e.getOriginalMessage(), json);
    }
    if (reader.failed() || !reader.answered()) {
      exchange.checkError(json);
    }
    if (plain && !answer.begun()) {
      throw exchange.nonsense("the response has no choices", json);
    }
    return new ModelChunk(json, 0, json.length, answer.id(), deltas);
  }

  private static boolean isDone(byte[] data) {
    return data.length >= 6 && data[0] == '[' && data[1] == 'D' && data[2] == 'O' && data[5] == ']';
  }
}
