package dev.adze.recordings;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/** Reads a recorded response of chat completions as a tree. */
final class ChatAnswerReader {
  /** What some servers give as the reason where they failed. */
  private static final Set<String> GAVE_UP =
      Set.of("error", "network_error", "insufficient_system_resource");

  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final ChatParts parts = new ChatParts();
  private String id = "";
  private String model = "";
  private String finish = "";
  private boolean begun;
  private boolean ended;
  private JsonNode usage = MissingNode.getInstance();
  private JsonNode error = MissingNode.getInstance();

  private ChatAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    if (exchange.status() == 200 && exchange.body().isBlank()) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
    if (exchange.status() != 200) {
      return RecordedAnswer.failed(OpenAiErrors.kind(exchange.status(), tree(exchange.body())));
    }
    ChatAnswerReader reader = new ChatAnswerReader();
    if (exchange.streamed()) {
      RecordedEvents.payloads(exchange.body()).forEach(payload -> reader.chunk(payload, "delta"));
    } else {
      reader.chunk(exchange.body().stripLeading(), "message");
    }
    if (!reader.error.isMissingNode()) {
      return RecordedAnswer.failed(OpenAiErrors.kind(0, reader.error));
    }
    if (!reader.begun || !(reader.ended || isOver(exchange))) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
    return GAVE_UP.contains(reader.finish) ? RecordedAnswer.failed(Kind.SERVER) : reader.answer();
  }

  /** Whether a response is over without saying so in JSON. */
  private static boolean isOver(RecordedExchange exchange) {
    return !exchange.streamed() || RecordedEvents.areMarkedDone(exchange.body());
  }

  private RecordedAnswer answer() {
    return new RecordedAnswer(
        id,
        model,
        chunks,
        parts.lines(),
        parts.text(),
        parts.refusal(),
        parts.calls(),
        finishReason(),
        tokens(),
        null);
  }

  private void chunk(String payload, String member) {
    JsonNode chunk = tree(payload);
    if (id.isEmpty()) {
      id = chunk.path("id").asString("");
    }
    if (model.isEmpty()) {
      model = chunk.path("model").asString("");
    }
    if (chunk.path("usage").isObject()) {
      usage = chunk.path("usage");
    } else if (usage.isMissingNode() && chunk.path("x_groq").path("usage").isObject()) {
      usage = chunk.path("x_groq").path("usage");
    }
    if (chunk.has("error") && !chunk.path("error").isNull()) {
      error = chunk.path("error");
    }
    JsonNode choice =
        chunk
            .path("choices")
            .valueStream()
            .filter(one -> one.path("index").asInt(0) == 0)
            .findFirst()
            .orElseGet(MissingNode::getInstance);
    begun |= choice.isObject();
    if (choice.path("finish_reason").isString()) {
      finish = choice.path("finish_reason").asString();
    }
    // What an answer took, without more of it, comes after its end.
    boolean sum = chunk.path("usage").isObject() && chunk.path("choices") instanceof ArrayNode;
    ended |= !finish.isBlank() || (begun && sum && chunk.path("choices").isEmpty());
    List<String> deltas = parts.add(choice.path(member));
    chunks.add(new RecordedAnswer.Chunk(payload, deltas, parts.lastText()));
  }

  private RecordedAnswer.Tokens tokens() {
    long input = usage.path("prompt_tokens").asLong(0);
    long output = usage.path("completion_tokens").asLong(0);
    long total = usage.path("total_tokens").asLong(0);
    JsonNode cached = usage.path("prompt_tokens_details").path("cached_tokens");
    if (!cached.isNumber()) {
      cached =
          usage.has("prompt_cache_hit_tokens")
              ? usage.path("prompt_cache_hit_tokens")
              : usage.path("cached_tokens");
    }
    JsonNode reasoning = usage.path("completion_tokens_details").path("reasoning_tokens");
    if (!reasoning.isNumber()) {
      reasoning = usage.path("reasoning_tokens");
    }
    return new RecordedAnswer.Tokens(
        input, cached.asLong(0), Math.max(output, total - input), reasoning.asLong(0), usage);
  }

  private FinishReason finishReason() {
    FinishReason said =
        switch (finish) {
          case "stop", "eos", "eos_token", "stop_sequence", "end_turn" -> FinishReason.STOP;
          case "tool_calls", "function_call", "tool_use" -> FinishReason.TOOL_CALLS;
          case "length", "max_tokens", "model_length" -> FinishReason.LENGTH;
          case "content_filter", "sensitive" -> FinishReason.CONTENT_FILTER;
          case "refusal" -> FinishReason.REFUSAL;
          default -> FinishReason.UNKNOWN;
        };
    if (said == FinishReason.STOP || said == FinishReason.UNKNOWN) {
      if (!parts.calls().isEmpty()) {
        return FinishReason.TOOL_CALLS;
      }
      return parts.refusal().isEmpty() ? said : FinishReason.REFUSAL;
    }
    return said;
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(text);
    }
  }
}
