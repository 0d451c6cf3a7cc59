package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.ModelDelta;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one chunk of a stream, or a whole response, which differs only in what its "delta" is
 * called. Members come in any order, what is not known is skipped, and of several choices the first
 * counts.
 */
final class OpenAiChunkReader {
  private final OpenAiAnswer answer;
  private final List<ModelDelta> deltas = new ArrayList<>();
  private final OpenAiMessageReader message = new OpenAiMessageReader();
  private String content = "";
  private boolean answered;
  private boolean failed;

  OpenAiChunkReader(OpenAiAnswer answer) {
    this.answer = answer;
  }

  /** Whether the chunk read last had choices, if only an empty list of them. */
  boolean answered() {
    return answered;
  }

  /** Whether the chunk read last has an error in it, if only an empty one. */
  boolean failed() {
    return failed;
  }

  /**
   * Reads one JSON object and adds it to the answer.
   *
   * @param in before the object
   * @param plain whether it is a whole response and no chunk of a stream
   * @return what it adds, in order
   */
  List<ModelDelta> read(JsonParser in, boolean plain) {
    content = plain ? "message" : "delta";
    answered = false;
    failed = false;
    deltas.clear();
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new StreamReadException("a chunk must be a JSON object");
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      member(in, name, in.nextToken());
      in.skipChildren();
    }
    return switch (deltas.size()) {
      case 0 -> List.of();
      case 1 -> List.of(deltas.get(0));
      default -> List.copyOf(deltas);
    };
  }

  private void member(JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "id" -> {
        // Every chunk has the same one, so the first is all that is decoded.
        if (value == JsonToken.VALUE_STRING && answer.id().isEmpty()) {
          answer.id(in.getString());
        }
      }
      case "model" -> {
        if (value == JsonToken.VALUE_STRING && answer.model().isEmpty()) {
          answer.model(in.getString());
        }
      }
      case "choices" -> choices(in, value);
      case "usage" -> {
        if (value == JsonToken.START_OBJECT) {
          answer.usage(usage(in));
        }
      }
      case "error" -> failed = value != JsonToken.VALUE_NULL;
      default -> {}
    }
  }

  private void choices(JsonParser in, JsonToken value) {
    if (value != JsonToken.START_ARRAY) {
      return;
    }
    answered = true;
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        choice(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void choice(JsonParser in) {
    message.clear();
    long index = 0;
    boolean found = false;
    String finish = "";
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "index" -> index = JsonTexts.number(in, value);
        case "finish_reason" -> finish = JsonTexts.scalar(in, value);
        case "delta", "message" -> {
          // Where both are given, the other one repeats the whole message, or holds nothing.
          if (name.equals(content)) {
            message.clear();
            message.read(in, value);
            found = value == JsonToken.START_OBJECT;
          } else if (!found) {
            message.read(in, value);
          }
        }
        default -> {}
      }
      in.skipChildren();
    }
    // Only here: the index may come after what it decides on.
    if (index == 0) {
      answer.begin();
      message.addTo(answer, deltas);
      if (!finish.isBlank()) {
        answer.finish(finish);
      }
    }
  }

  private static Usage usage(JsonParser in) {
    long input = 0;
    long output = 0;
    long total = 0;
    long cached = 0;
    long reasoning = 0;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "prompt_tokens" -> input = JsonTexts.number(in, value);
        case "completion_tokens" -> output = JsonTexts.number(in, value);
        case "total_tokens" -> total = JsonTexts.number(in, value);
        case "prompt_tokens_details" -> cached = detail(in, value, "cached_tokens");
        case "completion_tokens_details" -> reasoning = detail(in, value, "reasoning_tokens");
        default -> in.skipChildren();
      }
    }
    return Usage.builder()
        .inputTokens(input)
        // Some servers leave the reasoning out of the output, but never out of the total.
        .outputTokens(Math.max(output, total - input))
        .cachedInputTokens(cached)
        .reasoningTokens(reasoning)
        .build();
  }

  private static long detail(JsonParser in, JsonToken token, String wanted) {
    long found = 0;
    if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        found = name.equals(wanted) ? JsonTexts.number(in, value) : found;
        in.skipChildren();
      }
    } else {
      in.skipChildren();
    }
    return found;
  }
}
