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
import dev.adze.model.ToolCall;
import java.util.List;

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
    check("tool calls", recorded.callsToRun(), calls.stream().map(AnswerComparison::call).toList());
    check(
        "ids of the calls",
        calls.size(),
        (int) calls.stream().map(ToolCall::id).distinct().count());
    List<String> callIds =
        all(events, StepComplete.class).stream()
            .flatMap(event -> event.result().response().stream())
            .flatMap(response -> response.message().toolCalls().stream())
            .map(ToolCall::id)
            .toList();
    chunks(all(events, RawResponse.class), callIds);
    all(events, MessageOutputCreated.class).forEach(this::message);
    all(events, StepComplete.class)
        .forEach(event ->
            event
                .result()
                .response()
                .ifPresent(new AnswerComparison(differences, exchange, recorded)::response));
    results(events, calls, results);
  }

  private void chunks(List<RawResponse> told, List<String> callIds) {
    new AnswerComparison(differences, exchange, recorded)
        .chunks(told.stream().map(RawResponse::chunk).toList(), callIds);
    for (int i = 0; i < told.size(); i++) {
      RawResponse event = told.get(i);
      check(
          "chunk " + (i + 1) + ", attempt and ordinal",
          "1, " + (i + 1),
          event.attempt() + ", " + event.ordinal());
    }
  }

  private void message(MessageOutputCreated event) {
    check("message's id", recorded.id(), event.messageId());
    check("message's text", recorded.text(), event.message().text());
    check("message's refusal", recorded.refusal(), event.message().refusal());
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

  private static <E extends RunEvent> List<E> all(List<RunEvent> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private void check(String what, Object expected, Object seen) {
    differences.check(exchange, what, expected, seen);
  }
}
