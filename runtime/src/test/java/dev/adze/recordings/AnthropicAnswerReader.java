package dev.adze.recordings;

import dev.adze.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Reads a recorded response of the Messages API as a tree. */
final class AnthropicAnswerReader {
  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final AnthropicBlocks blocks = new AnthropicBlocks();
  private final AnthropicAccount usage = new AnthropicAccount();
  private String id = "";
  private String model = "";
  private String stopReason = "";
  private String refusal = "";
  private JsonNode container = MissingNode.getInstance();
  private boolean begun;
  private boolean stopped;

  private AnthropicAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    if (exchange.status() != 200) {
      return RecordedAnswer.failed(AnthropicErrors.kind(exchange.status(), exchange.body()));
    }
    AnthropicAnswerReader reader = new AnthropicAnswerReader();
    try {
      return exchange.streamed() ? reader.stream(exchange.body()) : reader.whole(exchange.body());
    } catch (JacksonException noJson) {
      return RecordedAnswer.failed(Kind.PROTOCOL);
    }
  }

  /** What the model said, block by block; empty if the response is none of the model. */
  static List<JsonNode> blocks(RecordedExchange exchange) {
    AnthropicAnswerReader reader = new AnthropicAnswerReader();
    if (exchange.streamed()) {
      reader.stream(exchange.body());
    } else {
      reader.whole(exchange.body());
    }
    return reader.blocks.whole();
  }

  private RecordedAnswer whole(String body) {
    JsonNode message = JsonMapper.shared().readTree(body);
    if (isError(message)) {
      return RecordedAnswer.failed(AnthropicErrors.kind(200, body));
    }
    chunk(body, message(message, body), blocks.told());
    return begun ? answer() : RecordedAnswer.failed(Kind.PROTOCOL);
  }

  private RecordedAnswer stream(String body) {
    String[] parts = body.split("(?m)^data: ?\\[DONE\\]", 2);
    for (String payload : RecordedEvents.payloads(parts[0])) {
      JsonNode event = JsonMapper.shared().readTree(payload);
      if (isError(event)) {
        return RecordedAnswer.failed(AnthropicErrors.kind(200, payload));
      } else if (!event.isObject()) {
        return RecordedAnswer.failed(Kind.PROTOCOL);
      }
      event(event, payload);
      if (stopped) {
        return begun ? answer() : RecordedAnswer.failed(Kind.PROTOCOL);
      }
    }
    return begun && (parts.length > 1 || !stopReason.isEmpty())
        ? answer()
        : RecordedAnswer.failed(Kind.PROTOCOL);
  }

  private static boolean isError(JsonNode object) {
    return object.path("type").asString("").equals("error") || object.hasNonNull("error");
  }

  private RecordedAnswer answer() {
    List<String> parts = new ArrayList<>(blocks.lines(stopReason));
    if (!refusal.isEmpty()) {
      parts.add(PartText.refusal(refusal, JsonNodeFactory.instance.objectNode()));
    }
    if (container.isObject()) {
      parts.add(PartText.provider("container", false, container));
    }
    return new RecordedAnswer(
        id,
        model,
        chunks,
        parts,
        blocks.text(),
        refusal,
        blocks.calls(),
        blocks.finishReason(stopReason),
        usage.tokens(),
        null);
  }

  private void event(JsonNode event, String payload) {
    int before = blocks.told().length();
    List<String> deltas = new ArrayList<>();
    switch (event.path("type").asString("")) {
      case "message_start" -> {
        begun |= event.path("message").isObject();
        deltas.addAll(message(event.path("message"), payload));
      }
      case "content_block_start" -> {
        if (event.path("content_block").isObject()) {
          deltas.addAll(
              blocks.add(
                  event.path("index").asInt(-1),
                  event.path("content_block"),
                  AnthropicInputs.inputs(payload).get(0)));
        }
      }
      case "content_block_delta" ->
          deltas.addAll(blocks.add(event.path("index").asInt(-1), event.path("delta")));
      case "message_delta" -> {
        usage.add(event.path("usage"));
        deltas.addAll(end(event.path("delta")));
      }
      case "message_stop" -> stopped = true;
      default -> {}
    }
    chunk(payload, deltas, blocks.told().substring(before));
  }

  private void chunk(String payload, List<String> deltas, String text) {
    chunks.add(new RecordedAnswer.Chunk(payload, deltas, text));
  }

  private List<String> message(JsonNode message, String json) {
    id = message.path("id").asString("");
    model = message.path("model").asString("");
    usage.add(message.path("usage"));
    JsonNode content = message.path("content");
    begun |= content.isArray();
    List<String> deltas = new ArrayList<>();
    List<String> inputs = AnthropicInputs.inputs(json);
    for (int i = 0, read = 0; i < content.size(); i++) {
      if (content.path(i).isObject()) {
        deltas.addAll(blocks.add(i, content.path(i), inputs.get(read++)));
      }
    }
    deltas.addAll(end(message));
    return deltas;
  }

  private List<String> end(JsonNode delta) {
    stopReason = delta.path("stop_reason").asString(stopReason);
    container = delta.path("container").isObject() ? delta.path("container") : container;
    String explanation = delta.path("stop_details").path("explanation").asString("");
    if (explanation.isBlank() || !refusal.isEmpty()) {
      return List.of();
    }
    refusal = explanation;
    return List.of(DeltaText.refusal(explanation));
  }
}
