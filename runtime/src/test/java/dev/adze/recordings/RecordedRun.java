package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;
import java.util.Optional;

/**
 * The exchanges from what a user says to the model's answer, or to where the recording ends.
 *
 * @param format how they are written
 * @param exchanges one for each step; at least one
 */
record RecordedRun(WireFormat format, List<RecordedExchange> exchanges) {
  private static final ToolResult NO_RESULT =
      new ToolResult("none", "none", "The recording ends before this result.", false);

  RecordedRun {
    exchanges = List.copyOf(exchanges);
  }

  /** The exchange that begins the run. */
  RecordedExchange first() {
    return exchanges.get(0);
  }

  /** The request that begins the run. */
  RecordedRequest request() {
    return format.request(first());
  }

  /** The recorded answers, read without the client's help. */
  List<RecordedAnswer> answers() {
    return exchanges.stream().map(format::answer).toList();
  }

  /** What a call of a step gave back, as the next request says. */
  ToolResult result(int step, RecordedAnswer.Call call) {
    if (step + 1 >= exchanges.size()) {
      return NO_RESULT;
    }
    List<Message> messages = format.request(exchanges.get(step + 1)).messages();
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i) instanceof AssistantMessage assistant) {
        Optional<ToolCall> made =
            assistant.toolCalls().stream()
                .filter(one -> one.providerId().equals(call.id()))
                .findFirst();
        if (made.isPresent()) {
          return resultOf(made.get(), messages);
        }
      }
    }
    return NO_RESULT;
  }

  private static ToolResult resultOf(ToolCall call, List<Message> messages) {
    return messages.stream()
        .filter(ToolMessage.class::isInstance)
        .flatMap(message -> ((ToolMessage) message).results().stream())
        .filter(result -> result.callId().equals(call.id()))
        .findFirst()
        .orElse(NO_RESULT);
  }

  /** Whether each request adds the answer before it and its results, and nothing else. */
  boolean followsFromItsAnswers() {
    for (int step = 1; step < exchanges.size(); step++) {
      List<Message> known = format.request(exchanges.get(step - 1)).messages();
      List<Message> messages = format.request(exchanges.get(step)).messages();
      int calls = format.answer(exchanges.get(step - 1)).calls().size();
      if (calls == 0
          || messages.size() != known.size() + 2
          || !messages.subList(0, known.size()).equals(known)
          || !(messages.get(known.size()) instanceof AssistantMessage)
          || !(messages.get(known.size() + 1) instanceof ToolMessage results)
          || results.results().size() != calls) {
        return false;
      }
    }
    return true;
  }
}
