package dev.adze.recordings;

import dev.adze.model.FinishReason;
import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Reads a recorded response of chat completions as a tree. */
final class ChatAnswerReader {
  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final ChatParts parts = new ChatParts();
  private String id = "";
  private String model = "";
  private String finish = "";
  private JsonNode usage = MissingNode.getInstance();
  private JsonNode error = MissingNode.getInstance();

  private ChatAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    if (exchange.status() == 200 && exchange.body().isBlank()) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
    if (exchange.status() != 200) {
      return RecordedAnswer.failed(kind(exchange.status(), tree(exchange.body())));
    }
    ChatAnswerReader reader = new ChatAnswerReader();
    if (exchange.streamed()) {
      RecordedEvents.payloads(exchange.body()).forEach(payload -> reader.chunk(payload, "delta"));
    } else {
      reader.chunk(exchange.body().stripLeading(), "message");
    }
    if (!reader.error.isMissingNode()) {
      JsonNode code = reader.error.path("status_code");
      return RecordedAnswer.failed(
          kind(code.asInt(reader.error.path("code").asInt(500)), reader.error));
    }
    return reader.answer();
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
    if (choice.path("finish_reason").isString()) {
      finish = choice.path("finish_reason").asString();
    }
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
          case "stop" -> FinishReason.STOP;
          case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
          case "length" -> FinishReason.LENGTH;
          case "content_filter" -> FinishReason.CONTENT_FILTER;
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

  /** What a refused request was refused for, as far as the recordings show such answers. */
  private static Kind kind(int status, JsonNode body) {
    String text = body.toString().toLowerCase(Locale.ROOT);
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    return switch (error.path("code").asString("")) {
      case "tool_use_failed" -> Kind.TOOL_USE_FAILED;
      case "model_not_found" -> Kind.NOT_FOUND;
      case "insufficient_quota" -> Kind.QUOTA;
      case "invalid_api_key" -> Kind.AUTHENTICATION;
      case "context_length_exceeded" -> Kind.CONTEXT_LENGTH;
      default ->
          switch (status) {
            case 401 -> Kind.AUTHENTICATION;
            case 402 -> Kind.QUOTA;
            case 403 -> Kind.PERMISSION;
            case 404 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMEOUT;
            case 413 -> Kind.CONTEXT_LENGTH;
            case 429 -> Kind.RATE_LIMIT;
            case 409, 425, 498, 503, 529 -> Kind.OVERLOADED;
            default -> status < 500 ? badRequest(text) : Kind.SERVER;
          };
    };
  }

  private static Kind badRequest(String text) {
    if (text.contains("incorrect api key") || text.contains("invalid api key")) {
      return Kind.AUTHENTICATION;
    }
    if (text.contains("\"invalid_model\"")) {
      return Kind.NOT_FOUND;
    }
    return text.contains("prompt too long")
            || text.contains("prompt is too long")
            || text.contains("context length")
            || text.contains("context window")
        ? Kind.CONTEXT_LENGTH
        : Kind.INVALID_REQUEST;
  }

  private static JsonNode tree(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return JsonMapper.shared().getNodeFactory().stringNode(text);
    }
  }
}
