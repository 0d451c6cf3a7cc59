package dev.adze.recordings;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Compares two JSON values by what they mean: neither the order of members nor the form of a number
 * counts.
 */
final class JsonComparison {
  private static final Comparator<JsonNode> SAME =
      (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
          return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
      };

  private final Differences differences;
  private final String exchange;

  JsonComparison(Differences differences, String exchange) {
    this.differences = differences;
    this.exchange = exchange;
  }

  static boolean same(JsonNode left, JsonNode right) {
    return left.equals(SAME, right);
  }

  /** Notes every difference below a path. */
  void compare(String path, JsonNode recorded, JsonNode seen) {
    if (recorded.isObject() && seen.isObject()) {
      Set<String> names = new LinkedHashSet<>(recorded.propertyNames());
      names.addAll(seen.propertyNames());
      names.forEach(name -> compare(path + "/" + name, recorded.path(name), seen.path(name)));
    } else if (recorded.isArray() && seen.isArray()) {
      int length = Math.max(recorded.size(), seen.size());
      for (int i = 0; i < length; i++) {
        compare(path + "/" + i, recorded.path(i), seen.path(i));
      }
    } else if (!same(recorded, seen)) {
      differences.add(exchange, path, text(recorded), text(seen));
    }
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "(absent)" : node.toString();
  }
}
