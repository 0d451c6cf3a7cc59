package dev.adze.recordings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found to differ from the recordings, by exchange. Safe for use by many threads. */
final class Differences {
  private static final int SHOWN = 20;
  private static final int LONGEST = 600;

  /** The circumstances of each difference of each exchange. */
  private final Map<String, Map<String, Set<String>>> byExchange;

  private final String circumstance;

  Differences() {
    this(new TreeMap<>(), "");
  }

  private Differences(Map<String, Map<String, Set<String>>> byExchange, String circumstance) {
    this.byExchange = byExchange;
    this.circumstance = circumstance;
  }

  /** The same differences, for adding those that show under a circumstance. */
  Differences under(String circumstance) {
    return new Differences(byExchange, circumstance);
  }

  /**
   * Compares a recorded value with the one that was seen.
   *
   * @param exchange the exchange that a difference is counted for
   * @param what what is compared, for people
   */
  void check(String exchange, String what, Object recorded, Object seen) {
    if (!recorded.equals(seen)) {
      add(exchange, what, recorded.toString(), String.valueOf(seen));
    }
  }

  /** Adds a difference. */
  void add(String exchange, String what, String recorded, String seen) {
    String difference =
        what + "\n    recorded: " + shortened(recorded) + "\n    seen:     " + shortened(seen);
    synchronized (byExchange) {
      byExchange
          .computeIfAbsent(exchange, key -> new LinkedHashMap<>())
          .computeIfAbsent(difference, key -> new LinkedHashSet<>())
          .add(circumstance);
    }
  }

  /** How many exchanges have a difference. */
  int wrongExchanges() {
    return byExchange.size();
  }

  /** The first differences for people; empty if there is none. */
  String report() {
    return byExchange.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> entry.getKey() + entries(entry.getValue()))
            .collect(Collectors.joining("\n"))
        + more(byExchange.size(), "exchanges");
  }

  private static String entries(Map<String, Set<String>> differences) {
    return differences.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> "\n  " + String.join(", ", entry.getValue()) + ": " + entry.getKey())
            .collect(Collectors.joining())
        + more(differences.size(), "differences");
  }

  private static String more(int size, String what) {
    return size <= SHOWN ? "" : "\n  and " + (size - SHOWN) + " more " + what;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
  }
}
