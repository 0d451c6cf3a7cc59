package dev.adze.recordings;

import dev.adze.event.CallResult;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCallStatus;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.model.Usage;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares the events of one step with the recorded response and the recorded results. */
final class StepComparison {
  private final Differences differences;
  private final String exchange;
  private final RecordedAnswer recorded;

  StepComparison(Differences differences, String exchange, RecordedAnswer recorded) {
    this.differences = differences;
    this.exchange = exchange;
    this.recorded = recorded;
  }

  /**
   * Compares a step.
   *
   * @param events of this step alone
   * @param results what the recorded tools gave back, in the order of the calls
   */
  void compare(List<RunEvent> events, List<String> results) {
    List<ToolCall> calls = all(events, ToolCalled.class).stream().map(ToolCalled::call).toList();
    check("tool calls", recorded.calls(), calls.stream().map(StepComparison::call).toList());
    check(
        "ids of the calls",
        calls.size(),
        (int) calls.stream().map(ToolCall::id).distinct().count());
    chunks(all(events, RawResponse.class), calls.stream().map(ToolCall::id).toList());
    all(events, MessageOutputCreated.class).forEach(this::message);
    all(events, StepComplete.class)
        .forEach(event -> event.result().response().ifPresent(this::response));
    results(events, calls, results);
  }

  private void chunks(List<RawResponse> told, List<String> callIds) {
    check("number of chunks", recorded.chunks().size(), told.size());
    for (int i = 0; i < Math.min(recorded.chunks().size(), told.size()); i++) {
      RecordedAnswer.Chunk chunk = recorded.chunks().get(i);
      RawResponse event = told.get(i);
      String what = "chunk " + (i + 1);
      check(what + ", JSON", chunk.json(), event.chunk().json());
      check(what + ", text", chunk.text(), event.text());
      check(what + ", message id", recorded.id(), event.chunk().messageId());
      check(
          what + ", attempt and ordinal",
          "1, " + (i + 1),
          event.attempt() + ", " + event.ordinal());
      List<String> deltas =
          event.chunk().deltas().stream().map(delta -> line(delta, callIds)).toList();
      check(what + ", deltas", chunk.deltas(), deltas);
    }
  }

  private void message(MessageOutputCreated event) {
    check("message's id", recorded.id(), event.messageId());
    check("message's text", recorded.text(), event.message().text());
    check("message's refusal", recorded.refusal(), event.message().refusal());
  }

  private void response(ModelResponse response) {
    check("response's id", recorded.id(), response.id());
    check("response's model", recorded.model(), response.model());
    check("response's text", recorded.text(), response.message().text());
    check("finish reason", finishReason(recorded), response.finishReason());
    check("usage", numbers(usage(recorded)), numbers(response.usage()));
    List<RecordedAnswer.Call> calls =
        response.message().toolCalls().stream().map(StepComparison::call).toList();
    check("response's tool calls", recorded.calls(), calls);
  }

  private void results(List<RunEvent> events, List<ToolCall> calls, List<String> results) {
    List<CallResult> added =
        all(events, ToolOutputAdded.class).stream().map(ToolOutputAdded::result).toList();
    check("results", results, added.stream().map(result -> result.output().observation()).toList());
    check("calls with a result", calls, added.stream().map(CallResult::call).toList());
    for (CallResult result : added) {
      check("status of " + result.call().name(), ToolCallStatus.SUCCESS, result.status());
    }
    for (ToolCall call : calls) {
      List<String> lived =
          events.stream()
              .map(event -> stage(event, call))
              .filter(stage -> !stage.isEmpty())
              .toList();
      check("life of " + call.id(), List.of("called", "started", "completed", "added"), lived);
    }
  }

  private static String stage(RunEvent event, ToolCall call) {
    if (event instanceof ToolCalled told && told.call().equals(call)) {
      return "called";
    } else if (event instanceof ToolCallStart told && told.call().equals(call)) {
      return "started";
    } else if (event instanceof ToolCallComplete told && told.result().call().equals(call)) {
      return "completed";
    }
    return event instanceof ToolOutputAdded told && told.result().call().equals(call)
        ? "added"
        : "";
  }

  private static String line(ModelDelta delta, List<String> callIds) {
    if (delta instanceof ModelDelta.Text text) {
      return DeltaText.text(text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      return DeltaText.reasoning(reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      return DeltaText.refusal(refusal.text());
    } else if (delta instanceof ModelDelta.ToolCallArguments more) {
      return DeltaText.arguments(callIds.indexOf(more.callId()), more.name(), more.arguments());
    }
    return delta.toString();
  }

  /** What the provider counted in a response. */
  static Usage usage(RecordedAnswer answer) {
    JsonNode usage = answer.usage();
    return Usage.builder()
        .inputTokens(usage.path("prompt_tokens").asLong(0))
        .outputTokens(usage.path("completion_tokens").asLong(0))
        .cachedInputTokens(usage.path("prompt_tokens_details").path("cached_tokens").asLong(0))
        .reasoningTokens(usage.path("completion_tokens_details").path("reasoning_tokens").asLong(0))
        .build();
  }

  private static String numbers(Usage usage) {
    return "%d in (%d cached), %d out (%d reasoning)"
        .formatted(
            usage.inputTokens(),
            usage.cachedInputTokens(),
            usage.outputTokens(),
            usage.reasoningTokens());
  }

  /** What a response's finish reason means, where the provider says "stop" for more than one. */
  static FinishReason finishReason(RecordedAnswer answer) {
    return switch (answer.finishReason()) {
      case "stop" -> stopped(answer);
      case "tool_calls" -> FinishReason.TOOL_CALLS;
      case "length" -> FinishReason.LENGTH;
      case "content_filter" -> FinishReason.CONTENT_FILTER;
      default -> FinishReason.UNKNOWN;
    };
  }

  private static FinishReason stopped(RecordedAnswer answer) {
    if (!answer.calls().isEmpty()) {
      return FinishReason.TOOL_CALLS;
    }
    return answer.refusal().isEmpty() ? FinishReason.STOP : FinishReason.REFUSAL;
  }

  private static RecordedAnswer.Call call(ToolCall call) {
    return new RecordedAnswer.Call(call.providerId(), call.name(), call.arguments());
  }

  private static <E extends RunEvent> List<E> all(List<RunEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void check(String what, Object expected, Object seen) {
    differences.check(exchange, what, expected, seen);
  }
}
