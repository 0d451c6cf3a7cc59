package dev.adze.recordings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What recordings hold and this library has no word for, with the reason: counted, so that nobody
 * overlooks it. Safe for use by many threads.
 */
final class NotModelled {
  private final Map<String, Set<String>> exchanges = new TreeMap<>();

  /** Notes that something of an exchange was not compared, or not replayed. */
  synchronized void add(String reason, String exchange) {
    exchanges.computeIfAbsent(reason, key -> new TreeSet<>()).add(exchange);
  }

  /** One line for each reason. */
  synchronized List<String> lines() {
    return exchanges.entrySet().stream()
        .map(entry ->
            "recordings, not modelled: "
                + entry.getKey()
                + " ("
                + entry.getValue().size()
                + ": "
                + entry.getValue().stream().limit(3).collect(Collectors.joining(", "))
                + (entry.getValue().size() > 3 ? ", ..." : "")
                + ")")
        .toList();
  }
}
