package dev.adze.recordings;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The exchanges from what a user says to the model's answer, or to where the recording ends.
 *
 * @param exchanges one for each step; at least one
 */
record RecordedRun(List<RecordedExchange> exchanges) {
  private static final String NO_RESULT = "The recording ends before this result.";

  RecordedRun {
    exchanges = List.copyOf(exchanges);
  }

  /** The exchange that begins the run. */
  RecordedExchange first() {
    return exchanges.get(0);
  }

  /** The recorded answers, read without the client's help. */
  List<RecordedAnswer> answers() {
    return exchanges.stream().map(RecordedAnswerReader::read).toList();
  }

  /** What a call of a step gave back, as the next request says. */
  String result(int step, RecordedAnswer.Call call) {
    return exchanges.stream()
        .skip(step + 1)
        .limit(1)
        .flatMap(next -> next.messages().valueStream())
        .filter(message -> message.path("tool_call_id").asString("").equals(call.id()))
        .map(message -> message.path("content").asString())
        .findFirst()
        .orElse(NO_RESULT);
  }

  /** Whether each request adds the answer before it and its results, and nothing else. */
  boolean followsFromItsAnswers() {
    for (int step = 1; step < exchanges.size(); step++) {
      RecordedExchange before = exchanges.get(step - 1);
      List<JsonNode> messages = List.copyOf(exchanges.get(step).messages().values());
      int known = before.messages().size();
      int calls = RecordedAnswerReader.read(before).calls().size();
      if (calls == 0
          || messages.size() != known + 1 + calls
          || !messages.subList(0, known).equals(List.copyOf(before.messages().values()))) {
        return false;
      }
    }
    return true;
  }
}
