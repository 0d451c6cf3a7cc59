package dev.adze.model.anthropic;

import dev.adze.internal.http.AnswerReader;
import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.JsonFeed;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import java.util.List;

/** Reads a response of the Messages API. */
final class AnthropicAnswerReader implements AnswerReader {
  private final HttpExchange exchange;
  private final AnthropicAnswer answer;
  private final AnthropicEventReader reader;

  AnthropicAnswerReader(AnthropicAnswer answer, HttpExchange exchange, JsonFeed feed) {
    this.exchange = exchange;
    this.answer = answer;
    this.reader = new AnthropicEventReader(answer, feed);
  }

  @Override
  public ModelChunk read(byte[] json, boolean plain) {
    List<ModelDelta> deltas = reader.read(json, plain);
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

  @Override
  public boolean over() {
    return answer.stopped();
  }

  @Override
  public boolean finished() {
    return answer.finished();
  }

  @Override
  public ModelResponse response(boolean ended) {
    if (!answer.begun() || !(ended || answer.finished())) {
      throw exchange.endedEarly();
    }
    return answer.response();
  }
}
