package dev.adze.model.openai;

import dev.adze.internal.http.AnswerReader;
import dev.adze.internal.http.HttpExchange;
import dev.adze.internal.http.JsonFeed;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelRequest;
import dev.adze.model.ModelResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a response of the Responses API. */
final class ResponsesAnswerReader implements AnswerReader {
  private final ModelRequest request;
  private final HttpExchange exchange;
  private final JsonFeed feed;
  private final String origin;
  private final boolean keepAll;
  private final ResponsesAnswer answer;
  private final ResponsesReader reader;
  private @Nullable OpenAiAnswerReader chat;

  /**
   * @param origin where the items of the response come from
   * @param keepAll whether every item is kept as it is
   */
  ResponsesAnswerReader(
      ModelRequest request, String origin, boolean keepAll, HttpExchange exchange, JsonFeed feed) {
    this.request = request;
    this.exchange = exchange;
    this.feed = feed;
    this.origin = origin;
    this.keepAll = keepAll;
    this.answer = new ResponsesAnswer(request);
    this.reader = new ResponsesReader(answer);
  }

  @Override
  public ModelChunk read(byte[] json, boolean plain) {
    reader.read(feed.begin(json, 0, json.length), json);
    feed.end();
    if (reader.event().isChat()) {
      return chat().read(json, plain);
    }
    checkError(json, plain);
    List<ModelDelta> deltas = plain ? reader.addWhole(json) : reader.add(json);
    checkHead(json, plain);
    return new ModelChunk(json, 0, json.length, answer.id(), deltas);
  }

  /** Some servers have the address of the newer protocol and answer in the older one. */
  private OpenAiAnswerReader chat() {
    if (chat == null) {
      chat = new OpenAiAnswerReader(request, OpenAiDialect.plain(origin), exchange, feed);
    }
    return chat;
  }

  @Override
  public boolean over() {
    return answer.over();
  }

  @Override
  public boolean finished() {
    return answer.over() || (chat != null && chat.finished());
  }

  @Override
  public ModelResponse response(boolean ended) {
    if (chat != null) {
      return chat.response(ended);
    }
    ModelResponse response = answer.over() ? answer.response(origin, keepAll) : null;
    if (response == null) {
      throw exchange.endedEarly();
    }
    return response;
  }

  /** Throws if this is an error and nothing else. */
  private void checkError(byte[] json, boolean plain) {
    ResponsesEvent event = reader.event();
    boolean untyped = event.type().isEmpty();
    boolean error = event.type().equals("error") || (untyped && event.isError());
    if (error || (untyped && !plain)) {
      exchange.checkError(json);
    }
    if (error) {
      throw exchange.gaveUp();
    }
  }

  private void checkHead(byte[] json, boolean plain) {
    ResponsesHead head = answer.head();
    if (head.isFailed()) {
      ResponsesEvent event = reader.event();
      boolean inside = !plain && event.hasObject();
      exchange.checkError(
          inside ? Arrays.copyOfRange(json, event.objectStart(), event.objectEnd()) : json);
      throw exchange.gaveUp();
    }
    if (plain && head.isPending()) {
      throw exchange.nonsense(
          "the response is not made yet; ask for it with streaming, which waits for it", json);
    }
    if (plain && head.status().isEmpty() && head.output().isEmpty()) {
      exchange.checkError(json);
      throw exchange.nonsense("the response has no output", json);
    }
  }
}
