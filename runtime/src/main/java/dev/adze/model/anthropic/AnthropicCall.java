package dev.adze.model.anthropic;

import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.JsonFeed;
import dev.adze.internal.http.ResponseBody;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One request on its way: sends it, gives every chunk on, and ends with the whole response. */
final class AnthropicCall implements ModelCall {
  private final HttpExchange exchange;
  private final AnthropicAnswer answer;

  AnthropicCall(AnthropicAnswer answer, HttpExchange exchange) {
    this.exchange = exchange;
    this.answer = answer;
  }

  @Override
  public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
    boolean whole = false;
    try {
      ResponseBody body = exchange.send();
      // Made only now: the parser's buffers would wait for the response with it.
      try (JsonFeed feed = new JsonFeed()) {
        ModelResponse response = read(body, new AnthropicEventReader(answer, feed), chunks);
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
      ResponseBody body, AnthropicEventReader reader, Consumer<? super ModelChunk> chunks) {
    byte[] json = next(body);
    while (json != null) {
      if (json.length > 0) {
        chunks.accept(chunk(json, body.plain(), reader));
        exchange.checkCancelled();
      }
      json = answer.stopped() ? null : next(body);
    }
    if (!answer.begun() || !(body.plain() || answer.finished())) {
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

  private ModelChunk chunk(byte[] json, boolean plain, AnthropicEventReader reader) {
    List<ModelDelta> deltas;
    try {
      deltas = reader.read(json, plain);
    } catch (JacksonException e) {
      throw exchange.nonsense(e.getOriginalMessage(), json);
    }
    if (reader.failed()) {
      exchange.checkError(json);
      throw exchange.gaveUp();
    }
    if (plain && !answer.begun()) {
      exchange.checkError(json);
      throw exchange.nonsense("the response has no content", json);
    }
    return new ModelChunk(json, 0, json.length, answer.id(), deltas);
  }
}
