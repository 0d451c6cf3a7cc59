package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;

/**
 * The recorded exchanges of one conversation, or of several that one program had in a row.
 *
 * @param name what the recordings call it
 * @param exchanges in the order in which they were made; at least one
 */
record RecordedConversation(String name, List<RecordedExchange> exchanges) {
  RecordedConversation {
    exchanges = List.copyOf(exchanges);
  }

  /**
   * The runs that the conversation is made of: a request whose last message is the user's starts
   * one, a request that answers tool calls goes on with it.
   */
  List<RecordedRun> runs() {
    List<RecordedRun> runs = new ArrayList<>();
    List<RecordedExchange> run = new ArrayList<>();
    for (RecordedExchange exchange : exchanges) {
      int last = exchange.messages().size() - 1;
      if (exchange.messages().path(last).path("role").asString().equals("user") && !run.isEmpty()) {
        runs.add(new RecordedRun(run));
        run = new ArrayList<>();
      }
      run.add(exchange);
    }
    runs.add(new RecordedRun(run));
    return runs;
  }
}
