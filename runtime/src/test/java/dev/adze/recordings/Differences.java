package dev.adze.recordings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was found to differ from the recordings, by exchange. */
final class Differences {
  private static final int SHOWN = 20;
  private static final int LONGEST = 600;

  private final Map<String, List<String>> byExchange = new LinkedHashMap<>();

  /**
   * Compares a recorded value with the one that was seen.
   *
   * @param exchange the exchange that a difference is counted for
   * @param what what is compared, for people
   */
  void check(String exchange, String what, Object recorded, Object seen) {
    if (!Objects.equals(recorded, seen)) {
      add(exchange, what, String.valueOf(recorded), String.valueOf(seen));
    }
  }

  void add(String exchange, String what, String recorded, String seen) {
    byExchange
        .computeIfAbsent(exchange, key -> new ArrayList<>())
        .add(what + "\n    recorded: " + shortened(recorded) + "\n    seen:     " + shortened(seen));
  }

  /** How many exchanges have a difference. */
  int wrongExchanges() {
    return byExchange.size();
  }

  /** The first differences for people; empty if there is none. */
  String report() {
    StringBuilder report = new StringBuilder();
    int shown = 0;
    for (Map.Entry<String, List<String>> entry : byExchange.entrySet()) {
      if (shown++ == SHOWN) {
        return report.append("and ").append(byExchange.size() - SHOWN).append(" more").toString();
      }
      report.append(entry.getKey()).append('\n');
      List<String> lines = entry.getValue();
      lines.stream().limit(SHOWN).forEach(line -> report.append("  ").append(line).append('\n'));
      if (lines.size() > SHOWN) {
        report.append("  and ").append(lines.size() - SHOWN).append(" more\n");
      }
    }
    return report.toString();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
  }
}
