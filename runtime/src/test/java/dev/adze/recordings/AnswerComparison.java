package dev.adze.recordings;

import dev.adze.model.ModelChunk;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what a client made of a response with what the recorded one says. */
final class AnswerComparison {
  private final Differences differences;
  private final String exchange;
  private final RecordedAnswer recorded;

  AnswerComparison(Differences differences, String exchange, RecordedAnswer recorded) {
    this.differences = differences;
    this.exchange = exchange;
    this.recorded = recorded;
  }

  /** Compares the whole outcome: chunks, and a response or a failure. */
  void compare(
      List<ModelChunk> chunks, @Nullable ModelResponse response, @Nullable ModelException failure) {
    String kind = failure == null ? "none" : failure.kind() + ": " + failure.getMessage();
    if (recorded.failure() != null) {
      String expected = recorded.failure().toString();
      if (failure == null || failure.kind() != recorded.failure()) {
        differences.add(exchange, "failure", expected, kind);
      }
      return;
    }
    if (response == null) {
      differences.add(exchange, "failure", "none", kind);
      return;
    }
    List<String> callIds = response.message().toolCalls().stream().map(ToolCall::id).toList();
    chunks(chunks, callIds);
    response(response);
  }

  /** Compares the pieces of a response. */
  void chunks(List<ModelChunk> chunks, List<String> callIds) {
    check("number of chunks", recorded.chunks().size(), chunks.size());
    for (int i = 0; i < Math.min(recorded.chunks().size(), chunks.size()); i++) {
      RecordedAnswer.Chunk expected = recorded.chunks().get(i);
      ModelChunk chunk = chunks.get(i);
      String what = "chunk " + (i + 1);
      check(what + ", JSON", expected.json(), chunk.json());
      check(what + ", text", expected.text(), chunk.text());
      List<String> deltas =
          chunk.deltas().stream().map(delta -> DeltaText.of(delta, callIds)).toList();
      check(what + ", deltas", expected.deltas(), deltas);
    }
  }

  /** Compares the response itself. */
  void response(ModelResponse response) {
    check("response's id", recorded.id(), response.id());
    check("response's model", recorded.model(), response.model());
    check("response's text", recorded.text(), response.message().text());
    check(
        "message",
        String.join("\n", recorded.parts()),
        String.join("\n", response.message().parts().stream().map(PartText::of).toList()));
    check("finish reason", recorded.finishReason(), response.finishReason());
    check("usage", recorded.usage().counts(), RecordedAnswer.Tokens.of(response.usage()).counts());
    check(
        "provider's usage",
        recorded.usage().json(),
        RecordedAnswer.Tokens.of(response.usage()).json());
    check(
        "tool calls",
        recorded.calls(),
        response.message().toolCalls().stream().map(AnswerComparison::call).toList());
  }

  static RecordedAnswer.Call call(ToolCall call) {
    return new RecordedAnswer.Call(call.providerId(), call.name(), call.arguments());
  }

  private void check(String what, Object expected, Object seen) {
    differences.check(exchange, what, expected, seen);
  }
}
