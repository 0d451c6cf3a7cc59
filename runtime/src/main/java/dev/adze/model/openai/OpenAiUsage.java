package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.Usage;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads what a response took. Servers that count along say it with every chunk, so it is read once,
 * from the chunk that said it last.
 */
final class OpenAiUsage {
  private long input;
  private long output;
  private long total;
  private long cached;
  private long reasoning;

  private OpenAiUsage() {}

  /** Reads the member "usage" of a chunk, or of its "x_groq", where Groq has it in streams. */
  static Usage read(byte[] chunk) {
    String own = "";
    String groq = "";
    try (JsonParser in = JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), chunk)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        if (name.equals("usage") && value == JsonToken.START_OBJECT) {
          own = JsonTexts.text(in, value);
        } else if (name.equals("x_groq") && value == JsonToken.START_OBJECT) {
          groq = groq(in);
        } else {
          in.skipChildren();
        }
      }
    }
    return of(own.isEmpty() ? groq : own);
  }

  private static String groq(JsonParser in) {
    String usage = "";
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("usage") && value == JsonToken.START_OBJECT) {
        usage = JsonTexts.text(in, value);
      } else {
        in.skipChildren();
      }
    }
    return usage;
  }

  private static Usage of(String json) {
    OpenAiUsage usage = new OpenAiUsage();
    try (JsonParser in = JsonTexts.parser(json)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        usage.member(in, name, in.nextToken());
      }
    }
    return Usage.builder()
        .inputTokens(usage.input)
        // Some servers leave the reasoning out of the output, but never out of the total.
        .outputTokens(Math.max(usage.output, usage.total - usage.input))
        .cachedInputTokens(usage.cached)
        .reasoningTokens(usage.reasoning)
        .providerJson(json)
        .build();
  }

  private void member(JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "prompt_tokens" -> input = JsonTexts.count(in, value);
      case "completion_tokens" -> output = JsonTexts.count(in, value);
      case "total_tokens" -> total = JsonTexts.count(in, value);
      // DeepSeek's and Moonshot's names for what the others have among the details.
      case "prompt_cache_hit_tokens", "cached_tokens" ->
          cached = Math.max(cached, JsonTexts.count(in, value));
      case "prompt_tokens_details" -> cached = Math.max(cached, detail(in, value, "cached_tokens"));
      case "reasoning_tokens" -> reasoning = Math.max(reasoning, JsonTexts.count(in, value));
      case "completion_tokens_details" ->
          reasoning = Math.max(reasoning, detail(in, value, "reasoning_tokens"));
      default -> in.skipChildren();
    }
  }

  private static long detail(JsonParser in, JsonToken token, String wanted) {
    long found = 0;
    if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        found = name.equals(wanted) ? JsonTexts.count(in, value) : found;
        in.skipChildren();
      }
    } else {
      in.skipChildren();
    }
    return found;
  }
}
