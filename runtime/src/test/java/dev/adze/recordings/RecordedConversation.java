package dev.adze.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The recorded exchanges of one conversation, or of several that one program had in a row.
 *
 * @param exchanges in the order in which they were made; at least one
 */
record RecordedConversation(List<RecordedExchange> exchanges) {
  RecordedConversation {
    exchanges = List.copyOf(exchanges);
  }

  /** The conversations that exchanges belong to. */
  static List<RecordedConversation> of(List<RecordedExchange> exchanges) {
    Map<String, List<RecordedExchange>> byName =
        exchanges.stream()
            .sorted(Comparator.comparingInt(RecordedExchange::index))
            .collect(
                Collectors.groupingBy(
                    exchange -> exchange.provider() + "/" + exchange.conversation(),
                    TreeMap::new,
                    Collectors.toList()));
    return byName.values().stream().map(RecordedConversation::new).toList();
  }

  /**
   * The runs that the conversation is made of: a request whose last message is the user's starts
   * one, a request that answers tool calls goes on with it. What stands between requests that
   * cannot be said in our types is a run of its own.
   */
  List<RecordedRun> runs(WireFormat format) {
    List<RecordedRun> runs = new ArrayList<>();
    List<RecordedExchange> run = new ArrayList<>();
    for (RecordedExchange exchange : exchanges) {
      boolean starts =
          !exchange.hasRequest()
              || format.notModelled(exchange).isPresent()
              || format.request(exchange).startsRun();
      if (starts && !run.isEmpty()) {
        runs.add(new RecordedRun(format, run));
        run = new ArrayList<>();
      }
      run.add(exchange);
    }
    runs.add(new RecordedRun(format, run));
    return runs;
  }
}
