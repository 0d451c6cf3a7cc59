package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads a recorded response of OpenAI's chat completions as a tree. It shares nothing with the
 * client under test, so that a mistake there is not made here again.
 */
final class RecordedAnswerReader {
  private final List<RecordedAnswer.Chunk> chunks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final TreeMap<Integer, RecordedAnswer.Call> calls = new TreeMap<>();
  private String id = "";
  private String model = "";
  private String finishReason = "";
  private JsonNode usage = MissingNode.getInstance();

  private RecordedAnswerReader() {}

  static RecordedAnswer read(RecordedExchange exchange) {
    RecordedAnswerReader reader = new RecordedAnswerReader();
    if (exchange.streamed()) {
      payloads(exchange.body()).forEach(payload -> reader.chunk(payload, "delta"));
    } else {
      reader.chunk(exchange.body(), "message");
    }
    return new RecordedAnswer(
        reader.id,
        reader.model,
        reader.chunks,
        reader.text.toString(),
        reader.refusal.toString(),
        List.copyOf(reader.calls.values()),
        reader.finishReason,
        reader.usage);
  }

  /** The data of every event of a stream, without the closing marker. */
  static List<String> payloads(String body) {
    List<String> payloads = new ArrayList<>();
    for (String event : body.replace("\r\n", "\n").split("\n\n")) {
      List<String> data = new ArrayList<>();
      for (String line : event.split("\n")) {
        if (line.startsWith("data:")) {
          data.add(line.startsWith("data: ") ? line.substring(6) : line.substring(5));
        }
      }
      String payload = String.join("\n", data);
      if (!payload.isEmpty() && !payload.equals("[DONE]")) {
        payloads.add(payload);
      }
    }
    return payloads;
  }

  private void chunk(String payload, String member) {
    JsonNode chunk = JsonMapper.shared().readTree(payload);
    id = chunk.path("id").asString(id);
    model = chunk.path("model").asString(model);
    if (chunk.path("usage").isObject()) {
      usage = chunk.path("usage");
    }
    JsonNode choice = chunk.path("choices").path(0);
    if (choice.path("finish_reason").isString()) {
      finishReason = choice.path("finish_reason").asString();
    }
    chunks.add(piece(payload, choice.path(member)));
  }

  private RecordedAnswer.Chunk piece(String payload, JsonNode piece) {
    List<String> deltas = new ArrayList<>();
    String added = piece.path("content").isString() ? piece.path("content").asString() : "";
    if (!added.isEmpty()) {
      text.append(added);
      deltas.add(DeltaText.text(added));
    }
    String declined = piece.path("refusal").isString() ? piece.path("refusal").asString() : "";
    if (!declined.isEmpty()) {
      refusal.append(declined);
      deltas.add(DeltaText.refusal(declined));
    }
    int place = 0;
    for (JsonNode call : piece.path("tool_calls").values()) {
      deltas.add(call(call, call.path("index").asInt(place++)));
    }
    return new RecordedAnswer.Chunk(payload, deltas, added);
  }

  private String call(JsonNode call, int index) {
    JsonNode function = call.path("function");
    RecordedAnswer.Call before = calls.getOrDefault(index, new RecordedAnswer.Call("", "", ""));
    String more = function.path("arguments").asString("");
    RecordedAnswer.Call after =
        new RecordedAnswer.Call(
            call.path("id").asString(before.id()),
            function.path("name").asString(before.name()),
            before.arguments() + more);
    calls.put(index, after);
    return DeltaText.arguments(index, after.name(), more);
  }
}
