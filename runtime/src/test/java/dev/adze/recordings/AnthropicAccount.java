package dev.adze.recordings;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a recorded response of the Messages API took. A stream says it more than once: the last that
 * is said of a kind holds.
 */
final class AnthropicAccount {
  private final Map<String, Long> counts = new HashMap<>();
  private @Nullable ObjectNode account;

  /** Adds what one event says; anything but an object says nothing. */
  void add(JsonNode usage) {
    if (!usage.isObject()) {
      return;
    }
    count(usage);
    count(usage.path("output_tokens_details"));
    if (account == null) {
      account = usage.deepCopy().asObject();
      return;
    }
    for (Map.Entry<String, JsonNode> member : usage.properties()) {
      if (!member.getValue().isNull()) {
        account.set(member.getKey(), member.getValue());
      }
    }
  }

  private void count(JsonNode members) {
    members
        .properties()
        .forEach(member -> {
          if (member.getValue().isNumber()) {
            counts.put(member.getKey(), member.getValue().asLong());
          }
        });
  }

  /** The sum. The provider counts apart what it reads from its cache, or writes there. */
  RecordedAnswer.Tokens tokens() {
    long cached = counts.getOrDefault("cache_read_input_tokens", 0L);
    return new RecordedAnswer.Tokens(
        counts.getOrDefault("input_tokens", 0L)
            + cached
            + counts.getOrDefault("cache_creation_input_tokens", 0L),
        cached,
        counts.getOrDefault("output_tokens", 0L),
        counts.getOrDefault("thinking_tokens", 0L),
        account == null ? MissingNode.getInstance() : account);
  }
}
