package dev.adze.recordings;

import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
      RecordedAnswer answer = format.answer(exchanges.get(step - 1));
      int calls = answer.callsToRun().size();
      if (calls == 0
          || messages.size() != known.size() + 2
          || !messages.subList(0, known.size()).equals(known)
          || !(messages.get(known.size()) instanceof AssistantMessage said)
          || !isSaid(said, answer)
          || !(messages.get(known.size() + 1) instanceof ToolMessage results)
          || results.results().size() != calls) {
        return false;
      }
    }
    return true;
  }

  /** Whether a program sent back what the model had said, and the calls in their order. */
  private static boolean isSaid(AssistantMessage sentBack, RecordedAnswer answer) {
    List<String> calls =
        answer.calls().stream().map(call -> text(call.name(), call.arguments())).toList();
    return sentBack.text().strip().equals(answer.text().strip())
        && sentBack.toolCalls().stream()
            .map(call -> text(call.name(), call.arguments()))
            .toList()
            .equals(calls);
  }

  private static String text(String name, String arguments) {
    return name + " " + ReplayTools.tree(arguments);
  }

  /** How many characters the longest result of a tool has. */
  int longestResult() {
    return exchanges.stream()
        .flatMap(exchange -> format.request(exchange).messages().stream())
        .filter(ToolMessage.class::isInstance)
        .flatMap(message -> ((ToolMessage) message).results().stream())
        .mapToInt(result -> result.text().length())
        .max()
        .orElse(0);
  }

  /** Whether all requests want their answers in the same way, as those of a run do. */
  boolean asksInOneWay() {
    return exchanges.stream().map(RecordedRun::manner).distinct().count() == 1;
  }

  /** The request without its conversation. */
  private static JsonNode manner(RecordedExchange exchange) {
    ObjectNode request = exchange.request().deepCopy().asObject();
    return request.remove(List.of("messages", "input", "system", "previous_response_id"));
  }
}
