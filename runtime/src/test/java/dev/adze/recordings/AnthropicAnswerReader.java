package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a recorded response of the Messages API as a tree. */
final class AnthropicAnswerReader {
  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final AnthropicBlocks blocks = new AnthropicBlocks();
  private final ObjectNode usage = JsonMapper.shared().createObjectNode();
  private String id = "";
  private String model = "";
  private String stopReason = "";
  private JsonNode container = MissingNode.getInstance();
  private Kind failure;

  private AnthropicAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    if (exchange.status() == 200 && exchange.body().isBlank()) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
    if (exchange.status() != 200) {
      return RecordedAnswer.failed(
          kind(JsonMapper.shared().readTree(exchange.body()).path("error")));
    }
    AnthropicAnswerReader reader = new AnthropicAnswerReader();
    if (exchange.streamed()) {
      RecordedEvents.payloads(exchange.body()).forEach(reader::event);
    } else {
      JsonNode message = JsonMapper.shared().readTree(exchange.body());
      reader.chunk(exchange.body(), reader.message(message, exchange.body()), reader.blocks.text());
    }
    return reader.failure == null ? reader.answer() : RecordedAnswer.failed(reader.failure);
  }

  private RecordedAnswer answer() {
    List<String> parts = new ArrayList<>(blocks.lines());
    if (container.isObject()) {
      parts.add(PartText.provider("container", false, container));
    }
    return new RecordedAnswer(
        id,
        model,
        chunks,
        parts,
        blocks.text(),
        "",
        blocks.calls(),
        blocks.finishReason(stopReason),
        tokens(),
        null);
  }

  private void event(String payload) {
    JsonNode event = JsonMapper.shared().readTree(payload);
    String before = blocks.text();
    List<String> deltas =
        switch (event.path("type").asString()) {
          case "message_start" -> message(event.path("message"), payload);
          case "content_block_start" ->
              blocks.add(event.path("content_block"), AnthropicBlocks.inputs(payload).get(0));
          case "content_block_delta" ->
              blocks.add(event.path("index").asInt(), event.path("delta"));
          case "message_delta" -> {
            usage(event.path("usage"));
            yield end(event.path("delta"));
          }
          case "error" -> {
            failure = kind(event.path("error"));
            yield List.of();
          }
          default -> List.of();
        };
    chunk(payload, deltas, blocks.text().substring(before.length()));
  }

  private void chunk(String payload, List<String> deltas, String text) {
    chunks.add(new RecordedAnswer.Chunk(payload, deltas, text));
  }

  private List<String> message(JsonNode message, String json) {
    id = message.path("id").asString();
    model = message.path("model").asString();
    usage(message.path("usage"));
    List<String> deltas = new ArrayList<>();
    List<String> inputs = AnthropicBlocks.inputs(json);
    for (int i = 0; i < message.path("content").size(); i++) {
      deltas.addAll(blocks.add(message.path("content").path(i), inputs.get(i)));
    }
    deltas.addAll(end(message));
    return deltas;
  }

  private List<String> end(JsonNode delta) {
    stopReason = delta.path("stop_reason").asString(stopReason);
    container = delta.path("container").isObject() ? delta.path("container") : container;
    return List.of();
  }

  private void usage(JsonNode account) {
    boolean first = usage.isEmpty();
    account
        .properties()
        .forEach(member -> {
          if (first || !member.getValue().isNull()) {
            usage.set(member.getKey(), member.getValue());
          }
        });
  }

  private RecordedAnswer.Tokens tokens() {
    long cached = usage.path("cache_read_input_tokens").asLong(0);
    long written = usage.path("cache_creation_input_tokens").asLong(0);
    return new RecordedAnswer.Tokens(
        usage.path("input_tokens").asLong(0) + cached + written,
        cached,
        usage.path("output_tokens").asLong(0),
        usage.path("output_tokens_details").path("thinking_tokens").asLong(0),
        usage);
  }

  private static Kind kind(JsonNode error) {
    return switch (error.path("type").asString("")) {
      case "authentication_error" -> Kind.AUTHENTICATION;
      case "permission_error" -> Kind.PERMISSION;
      case "not_found_error" -> Kind.NOT_FOUND;
      case "billing_error" -> Kind.QUOTA;
      case "rate_limit_error" -> Kind.RATE_LIMIT;
      case "overloaded_error" -> Kind.OVERLOADED;
      case "timeout_error" -> Kind.TIMEOUT;
      case "request_too_large" -> Kind.CONTEXT_LENGTH;
      case "invalid_request_error" -> {
        String message = error.path("message").asString("");
        if (message.contains("credit balance")) {
          yield Kind.QUOTA;
        }
        yield message.matches(".*(prompt is too long|exceed context limit).*")
            ? Kind.CONTEXT_LENGTH
            : Kind.INVALID_REQUEST;
      }
      default -> Kind.SERVER;
    };
  }
}
