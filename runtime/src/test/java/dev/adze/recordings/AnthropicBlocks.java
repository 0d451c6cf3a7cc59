package dev.adze.recordings;

import dev.adze.model.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The content blocks of a recorded response of the Messages API, put together as trees. */
final class AnthropicBlocks {
  private static final Set<String> PLAIN =
      Set.of("type", "id", "name", "text", "thinking", "signature", "input", "citations");

  /** The types of blocks that have a meaning for everybody. */
  private static final String KNOWN = "text|thinking|redacted_thinking|tool_use";

  private final List<ObjectNode> blocks = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final StringBuilder told = new StringBuilder();
  private final List<StringBuilder> inputs = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();

  /**
   * Adds the start of a block, or a whole one.
   *
   * @param place the provider's number of it
   * @param input the member "input" as it was written
   * @return the lines of what it adds to the message
   */
  List<String> add(int place, JsonNode block, String input) {
    blocks.add(block.deepCopy().asObject());
    places.add(place);
    inputs.add(new StringBuilder());
    starts.add(input);
    String type = block.path("type").asString("");
    if (type.equals("tool_use")) {
      String begun = input.matches("\\{\\s*}") ? "" : input;
      return List.of(arguments(blocks.size() - 1, begun));
    }
    if (type.endsWith("_tool_use")) {
      return List.of(DeltaText.provider(block.path("name").asString(type)));
    }
    return said(type, block.path(type).asString(""));
  }

  /** Adds a delta to the latest block of a number; the lines of what it adds to the message. */
  List<String> add(int place, JsonNode delta) {
    String type = delta.path("type").asString("");
    int index = places.lastIndexOf(place);
    if (type.isEmpty()) {
      return List.of();
    } else if (index < 0) {
      add(place, JsonNodeFactory.instance.objectNode().put("type", kind(type)), "");
      index = places.size() - 1;
    }
    ObjectNode block = blocks.get(index);
    boolean known = block.path("type").asString("").matches(KNOWN);
    switch (known || type.matches("input_json_delta|citations_delta") ? type : "") {
      case "text_delta", "thinking_delta" -> {
        String more = delta.path(kind(type)).asString("");
        block.put(kind(type), block.path(kind(type)).asString("") + more);
        return said(block.path("type").asString(""), more);
      }
      case "signature_delta" -> block.put("signature", delta.path("signature").asString(""));
      case "citations_delta" -> citation(block, delta.path("citation"));
      case "input_json_delta" -> {
        String more = delta.path("partial_json").asString("");
        inputs.get(index).append(more);
        if (block.path("type").asString("").equals("tool_use") && !more.isEmpty()) {
          return List.of(arguments(index, more));
        }
      }
      default -> {
        if (!known) {
          unknown(block, delta);
        }
      }
    }
    return List.of();
  }

  private static String kind(String deltaType) {
    return deltaType.replaceFirst("_delta$", "");
  }

  private String arguments(int index, String more) {
    return DeltaText.arguments(calls(index), blocks.get(index).path("name").asString(""), more);
  }

  private static void citation(ObjectNode block, JsonNode citation) {
    ArrayNode citations =
        block.path("citations").isArray()
            ? block.path("citations").asArray()
            : block.putArray("citations");
    if (citation.isObject()) {
      citations.add(citation);
    }
  }

  /** Of what nobody knows, texts go on and all else is replaced. */
  private static void unknown(ObjectNode block, JsonNode delta) {
    for (Map.Entry<String, JsonNode> member : delta.properties()) {
      JsonNode before = block.path(member.getKey());
      JsonNode value = member.getValue();
      if (member.getKey().equals("type") || value.isNull()) {
        continue;
      }
      boolean grows = value.isString() && before.isString();
      block.set(
          member.getKey(),
          grows
              ? JsonNodeFactory.instance.stringNode(before.asString() + value.asString())
              : value);
    }
  }

  private List<String> said(String type, String text) {
    if (text.isEmpty() || !type.matches("text|thinking")) {
      return List.of();
    }
    told.append(type.equals("text") ? text : "");
    return List.of(type.equals("text") ? DeltaText.text(text) : DeltaText.reasoning(text));
  }

  /** How many calls there are before a block. */
  private int calls(int index) {
    return (int)
        blocks.subList(0, index).stream()
            .filter(block -> block.path("type").asString("").equals("tool_use"))
            .count();
  }

  /** The blocks with all that was added to them. */
  List<JsonNode> whole() {
    List<JsonNode> whole = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      whole.add(whole(i));
    }
    return whole;
  }

  /** The message, each part as a line. */
  List<String> lines(String stopReason) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      boolean awaited =
          stopReason.equals("tool_use") && calls().isEmpty() && i == blocks.size() - 1;
      String line = line(whole(i), i, awaited);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String line(ObjectNode block, int index, boolean awaited) {
    String type = block.path("type").asString("");
    JsonNode item = isSpecial(block) ? block : MissingNode.getInstance();
    return switch (type) {
      case "text" -> {
        String text = block.path("text").asString("");
        yield text.isEmpty() && item.isMissingNode() ? "" : PartText.text(text, item);
      }
      case "thinking" -> {
        String text = block.path("thinking").asString("");
        boolean signed = !block.path("signature").asString("").isEmpty();
        yield text.isEmpty() && !signed
            ? ""
            : PartText.reasoning(text, signed ? block : MissingNode.getInstance());
      }
      case "redacted_thinking" -> PartText.reasoning("", block);
      case "tool_use" ->
          PartText.call(
              block.path("id").asString(""),
              block.path("name").asString(""),
              arguments(index),
              item);
      default -> PartText.provider(type, awaited && !type.endsWith("_result"), block);
    };
  }

  private ObjectNode whole(int index) {
    ObjectNode block = blocks.get(index);
    String input = inputs.get(index).toString();
    if (!input.isBlank()) {
      block.set("input", AnthropicInputs.tree(input));
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
    String begun = starts.get(index).isBlank() ? "{}" : starts.get(index);
    return streamed.isBlank() ? begun : streamed;
  }

  String text() {
    return blocks.stream()
        .filter(block -> block.path("type").asString("").equals("text"))
        .map(block -> block.path("text").asString(""))
        .collect(Collectors.joining());
  }

  /** The text in the order in which it came. */
  String told() {
    return told.toString();
  }

  List<RecordedAnswer.Call> calls() {
    List<RecordedAnswer.Call> calls = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      ObjectNode block = blocks.get(i);
      if (block.path("type").asString("").equals("tool_use")) {
        calls.add(
            new RecordedAnswer.Call(
                block.path("id").asString(""), block.path("name").asString(""), arguments(i)));
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
}
