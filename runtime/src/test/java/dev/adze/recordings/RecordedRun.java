package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The exchanges from what a user says to the model's answer.
 *
 * @param exchanges one for each step; at least one
 */
record RecordedRun(List<RecordedExchange> exchanges) {
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

  /**
   * What the tools gave back in each step but the last: the messages that the next request adds.
   */
  List<List<JsonNode>> toolMessages() {
    List<List<JsonNode>> steps = new ArrayList<>();
    for (int step = 1; step < exchanges.size(); step++) {
      int known = exchanges.get(step - 1).messages().size();
      steps.add(
          exchanges
              .get(step)
              .messages()
              .valueStream()
              .skip(known)
              .filter(message -> message.path("role").asString().equals("tool"))
              .toList());
    }
    return steps;
  }
}
