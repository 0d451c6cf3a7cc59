package dev.adze.recordings;

import dev.adze.model.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The content blocks of a recorded response of the Messages API, put together as trees. */
final class AnthropicBlocks {
  private static final Set<String> PLAIN =
      Set.of("type", "id", "name", "text", "thinking", "signature", "input", "citations");

  private final List<ObjectNode> blocks = new ArrayList<>();
  private final List<StringBuilder> inputs = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();

  /**
   * Adds the start of a block, or a whole one.
   *
   * @param input the member "input" as it was written
   * @return the lines of what it adds to the message
   */
  List<String> add(JsonNode block, String input) {
    blocks.add(block.deepCopy().asObject());
    inputs.add(new StringBuilder());
    starts.add(input);
    String type = block.path("type").asString();
    if (type.equals("tool_use")) {
      return List.of(
          DeltaText.arguments(
              calls(blocks.size() - 1),
              block.path("name").asString(),
              input.equals("{}") ? "" : input));
    }
    if (type.endsWith("_tool_use")) {
      return List.of(DeltaText.provider(block.path("name").asString()));
    }
    return said(type, block.path(type).asString(""));
  }

  /** Adds a delta to a block; the lines of what it adds to the message. */
  List<String> add(int index, JsonNode delta) {
    ObjectNode block = blocks.get(index);
    String type = delta.path("type").asString();
    switch (type) {
      case "text_delta", "thinking_delta" -> {
        String member = type.replace("_delta", "");
        String more = delta.path(member).asString();
        block.put(member, block.path(member).asString("") + more);
        return said(member, more);
      }
      case "signature_delta" -> block.set("signature", delta.path("signature"));
      case "citations_delta" -> {
        ArrayNode citations =
            block.path("citations").isArray()
                ? block.path("citations").asArray()
                : block.putArray("citations");
        citations.add(delta.path("citation"));
      }
      case "compaction_delta" -> block.set("content", delta.path("content"));
      case "input_json_delta" -> {
        String more = delta.path("partial_json").asString();
        inputs.get(index).append(more);
        if (block.path("type").asString().equals("tool_use") && !more.isEmpty()) {
          return List.of(DeltaText.arguments(calls(index), block.path("name").asString(), more));
        }
      }
      default -> throw new IllegalStateException("A recorded delta is of the kind " + type);
    }
    return List.of();
  }

  private static List<String> said(String type, String text) {
    if (text.isEmpty() || !type.matches("text|thinking")) {
      return List.of();
    }
    return List.of(type.equals("text") ? DeltaText.text(text) : DeltaText.reasoning(text));
  }

  /** How many calls there are before a block. */
  private int calls(int index) {
    return (int)
        blocks.subList(0, index).stream()
            .filter(block -> block.path("type").asString().equals("tool_use"))
            .count();
  }

  /** The message, each part as a line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String line = line(whole(i), i);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String line(ObjectNode block, int index) {
    String type = block.path("type").asString();
    JsonNode item = isSpecial(block) ? block : MissingNode.getInstance();
    return switch (type) {
      case "text" -> {
        String text = block.path("text").asString();
        yield text.isEmpty() && item.isMissingNode() ? "" : PartText.text(text, item);
      }
      case "thinking" -> {
        String text = block.path("thinking").asString();
        boolean signed = !block.path("signature").asString("").isEmpty();
        yield text.isEmpty() && !signed
            ? ""
            : PartText.reasoning(text, signed ? block : MissingNode.getInstance());
      }
      case "redacted_thinking" -> PartText.reasoning("", block);
      case "tool_use" ->
          PartText.call(
              block.path("id").asString(), block.path("name").asString(), arguments(index), item);
      default -> PartText.provider(type, false, block);
    };
  }

  private ObjectNode whole(int index) {
    ObjectNode block = blocks.get(index);
    String input = inputs.get(index).toString();
    if (!input.isBlank()) {
      block.set("input", JsonMapper.shared().readTree(input));
    }
    return block;
  }

  private static boolean isSpecial(ObjectNode block) {
    return block.path("citations").size() > 0
        || block.properties().stream()
            .anyMatch(member ->
                !PLAIN.contains(member.getKey())
                    && !member.getValue().isNull()
                    && !member.getValue().path("type").asString("").equals("direct"));
  }

  private String arguments(int index) {
    String streamed = inputs.get(index).toString();
    return streamed.isBlank() ? starts.get(index) : streamed;
  }

  String text() {
    return blocks.stream()
        .filter(block -> block.path("type").asString().equals("text"))
        .map(block -> block.path("text").asString())
        .collect(Collectors.joining());
  }

  List<RecordedAnswer.Call> calls() {
    List<RecordedAnswer.Call> calls = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      ObjectNode block = blocks.get(i);
      if (block.path("type").asString().equals("tool_use")) {
        calls.add(
            new RecordedAnswer.Call(
                block.path("id").asString(), block.path("name").asString(), arguments(i)));
      }
    }
    return calls;
  }

  /** What the provider's word for the end means. */
  FinishReason finishReason(String stopReason) {
    FinishReason said =
        switch (stopReason) {
          case "end_turn", "stop_sequence" -> FinishReason.STOP;
          case "tool_use" -> FinishReason.TOOL_CALLS;
          case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
          case "refusal" -> FinishReason.REFUSAL;
          case "pause_turn", "compaction" -> FinishReason.PAUSED;
          default -> FinishReason.UNKNOWN;
        };
    boolean vague = said == FinishReason.STOP || said == FinishReason.UNKNOWN;
    return vague && !calls().isEmpty() ? FinishReason.TOOL_CALLS : said;
  }

  /** The member "input" of each block of a message, as it was written; empty for none. */
  static List<String> inputs(String json) {
    List<String> inputs = new ArrayList<>();
    try (JsonParser in = JsonMapper.shared().createParser(json)) {
      while (in.nextToken() != null) {
        JsonPointer path = in.streamReadContext().pathAsPointer();
        if (in.currentToken() == JsonToken.START_OBJECT) {
          if (path.toString().matches("(/message)?/content/\\d+|/content_block")) {
            inputs.add("");
          } else if (path.toString()
              .matches("(/message)?/content/\\d+/input|/content_block/input")) {
            int start = (int) in.currentTokenLocation().getCharOffset();
            in.skipChildren();
            int end = (int) in.currentLocation().getCharOffset();
            inputs.set(inputs.size() - 1, json.substring(start, end));
          }
        }
      }
    }
    return inputs;
  }
}
