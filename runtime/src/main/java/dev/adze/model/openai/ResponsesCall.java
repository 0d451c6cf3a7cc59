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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One request of the Responses API on its way. */
final class ResponsesCall implements ModelCall {
  private final ModelRequest request;
  private final HttpExchange exchange;
  private final String origin;
  private final boolean keepAll;
  private final ResponsesAnswer answer;
  private final ResponsesReader reader;
  private @Nullable OpenAiAnswer chatAnswer;
  private @Nullable OpenAiChunkReader chatReader;

  /**
   * @param origin where the items of the response come from
   * @param keepAll whether every item is kept as it is
   */
  ResponsesCall(ModelRequest request, HttpExchange exchange, String origin, boolean keepAll) {
    this.request = request;
    this.exchange = exchange;
    this.origin = origin;
    this.keepAll = keepAll;
    this.answer = new ResponsesAnswer(request);
    this.reader = new ResponsesReader(answer);
  }

  @Override
  public ModelResponse execute(Consumer<? super ModelChunk> chunks) {
    boolean whole = false;
    try {
      ResponseBody body = exchange.send();
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
    while (!answer.over()) {
      byte[] json = next(body);
      if (json == null) {
        break;
      }
      // Some servers end with the marker of the older protocol, which is no JSON object.
      if (json.length > 0 && (body.plain() || json[0] != '[')) {
        chunks.accept(chunk(json, body.plain(), feed));
        exchange.checkCancelled();
      }
    }
    ModelResponse response = null;
    if (chatAnswer != null && chatAnswer.finished()) {
      response = chatAnswer.response();
    } else if (answer.over()) {
      response = answer.response(origin, keepAll);
    }
    if (response == null) {
      throw exchange.endedEarly();
    }
    return response;
  }

  private byte @Nullable [] next(ResponseBody body) {
    try {
      return body.next();
    } catch (IOException e) {
      ModelException failure = exchange.failure(e);
      if (chatAnswer != null
          && chatAnswer.finished()
          && failure.kind() != ModelException.Kind.CANCELLED) {
        return null;
      }
      throw failure;
    }
  }

  private ModelChunk chunk(byte[] json, boolean plain, JsonFeed feed) {
    List<ModelDelta> deltas;
    try {
      reader.read(feed.begin(json, 0, json.length), json);
      feed.end();
      if (reader.event().isChat()) {
        return chatChunk(json, plain, feed);
      }
      checkError(json, plain);
      deltas = plain ? reader.addWhole(json) : reader.add(json);
    } catch (JacksonException e) {
      throw exchange.nonsense(e.getOriginalMessage(), json);
    }
    checkHead(json, plain);
    return new ModelChunk(json, 0, json.length, answer.id(), deltas);
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
      exchange.checkError(
          plain ? json : Arrays.copyOfRange(json, event.objectStart(), event.objectEnd()));
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

  /** Some servers have the address of the newer protocol and answer in the older one. */
  private ModelChunk chatChunk(byte[] json, boolean plain, JsonFeed feed) {
    if (chatAnswer == null || chatReader == null) {
      chatAnswer = new OpenAiAnswer(request, OpenAiDialect.plain(origin));
      chatReader = new OpenAiChunkReader(chatAnswer);
    }
    List<ModelDelta> deltas = chatReader.read(feed.begin(json, 0, json.length), json, plain);
    feed.end();
    return new ModelChunk(json, 0, json.length, chatAnswer.id(), deltas);
  }
}
