package dev.adze.model.openai;

import dev.adze.internal.http.AnswerReader;
import dev.adze.internal.http.ChunkForm;
import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.JsonFeed;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.List;

/** Reads a response of chat completions. */
final class OpenAiAnswerReader implements AnswerReader {
  private final HttpExchange exchange;
  private final JsonFeed feed;
  private final OpenAiAnswer answer;
  private final OpenAiChunkReader reader;
  private final ChunkForm form = new ChunkForm("/choices/0/delta/content", "/obfuscation");

  OpenAiAnswerReader(
      ModelRequest request, OpenAiDialect dialect, HttpExchange exchange, JsonFeed feed) {
    this.exchange = exchange;
    this.feed = feed;
    this.answer = new OpenAiAnswer(request, dialect);
    this.reader = new OpenAiChunkReader(answer);
  }

  @Override
  public ModelChunk read(byte[] json, boolean plain) {
    String text = form.text(json);
    List<ModelDelta> deltas = text == null ? parsed(json, plain) : reader.read(text);
    return new ModelChunk(json, 0, json.length, answer.id(), deltas);
  }

  private List<ModelDelta> parsed(byte[] json, boolean plain) {
    List<ModelDelta> deltas = reader.read(feed.begin(json, 0, json.length), json, plain);
    feed.end();
    if (reader.failed() || !reader.answered()) {
      exchange.checkError(json);
    }
    if (plain && !answer.begun()) {
      throw exchange.nonsense("the response has no choices", json);
    }
    if (!reader.onlyText().isEmpty()) {
      form.learn(json, reader.onlyText());
    }
    return deltas;
  }

  /** Never: what the response took comes after everything else. */
  @Override
  public boolean over() {
    return false;
  }

  @Override
  public boolean finished() {
    return answer.finished();
  }

  @Override
  public ModelResponse response(boolean ended) {
    if (answer.failed()) {
      throw exchange.gaveUp();
    }
    if (!answer.begun() || !(ended || answer.finished())) {
      throw exchange.endedEarly();
    }
    return answer.response();
  }
}
