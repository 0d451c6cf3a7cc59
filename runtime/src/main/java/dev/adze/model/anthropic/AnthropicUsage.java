package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a response took. A stream says it at its start and again at its end; the later figure of a
 * kind is the whole of it, and what is not said again holds on.
 */
final class AnthropicUsage {
  private final List<String> accounts = new ArrayList<>();
  private long input;
  private long cacheRead;
  private long cacheWrite;
  private long output;
  private long thinking;

  /** Reads an account, whose first token was read, to its end. */
  void read(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "input_tokens" -> input = later(in, value, input);
        case "cache_read_input_tokens" -> cacheRead = later(in, value, cacheRead);
        case "cache_creation_input_tokens" -> cacheWrite = later(in, value, cacheWrite);
        case "output_tokens" -> output = later(in, value, output);
        case "output_tokens_details" -> details(in, value);
        default -> in.skipChildren();
      }
    }
  }

  private void details(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("thinking_tokens")) {
        thinking = later(in, value, thinking);
      } else {
        in.skipChildren();
      }
    }
  }

  private static long later(JsonParser in, JsonToken value, long before) {
    return value.isNumeric() ? JsonTexts.count(in, value) : skipped(in, before);
  }

  private static long skipped(JsonParser in, long before) {
    in.skipChildren();
    return before;
  }

  /** Keeps the account as the provider wrote it. */
  void keep(String json) {
    accounts.add(json);
  }

  /** The sum. The provider counts what it reads from its cache, or writes there, apart. */
  Usage total() {
    if (accounts.isEmpty()) {
      return Usage.NONE;
    }
    return Usage.builder()
        .inputTokens(input + cacheRead + cacheWrite)
        .cachedInputTokens(cacheRead)
        .outputTokens(output)
        .reasoningTokens(thinking)
        .providerJson(json())
        .build();
  }

  private String json() {
    if (accounts.size() == 1) {
      return accounts.get(0);
    }
    Map<String, String> members = JsonTexts.members(accounts.get(0));
    for (String later : accounts.subList(1, accounts.size())) {
      JsonTexts.members(later)
          .forEach((name, value) -> {
            if (!value.equals("null")) {
              members.put(name, value);
            }
          });
    }
    return JsonTexts.object(members);
  }
}
