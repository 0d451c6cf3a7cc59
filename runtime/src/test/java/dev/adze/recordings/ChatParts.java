package dev.adze.recordings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The message that the pieces of a recorded response of chat completions add up to. */
final class ChatParts {
  private static final class Part {
    private final String kind;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode details = JsonMapper.shared().createArrayNode();
    private String field = "";
    private String id = "";
    private String name = "";
    private int index = -1;

    Part(String kind) {
      this.kind = kind;
    }

    String line() {
      return switch (kind) {
        case "text" -> PartText.text(text.toString(), MissingNode.getInstance());
        case "refusal" -> PartText.refusal(text.toString(), MissingNode.getInstance());
        case "reasoning" -> PartText.reasoning(text.toString(), item());
        case "executed_tools" -> PartText.provider("executed_tools", false, item());
        default -> PartText.call(id, name, text.toString(), MissingNode.getInstance());
      };
    }

    /** What the server wants to have back of its reasoning. */
    private JsonNode item() {
      ObjectNode item = JsonMapper.shared().createObjectNode();
      if (!details.isEmpty()) {
        item.set(field, details);
      } else if (field.equals("thinking")) {
        item.put("type", "thinking");
        item.putArray("thinking").addObject().put("type", "text").put("text", text.toString());
      } else {
        item.put(field, text.toString());
      }
      return item;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final List<Part> calls = new ArrayList<>();
  private List<String> deltas = new ArrayList<>();
  private String lastText = "";

  /** Adds a piece and gives its deltas. */
  List<String> add(JsonNode piece) {
    deltas = new ArrayList<>();
    lastText = "";
    reasoning(piece);
    content(piece.path("content"));
    said("refusal", piece.path("refusal").asString(""));
    piece.path("executed_tools").valueStream().forEach(this::executed);
    for (JsonNode call : piece.path("tool_calls").values()) {
      JsonNode function = call.path("function");
      call(call, function.isObject() ? function : call.path("custom"));
    }
    JsonNode legacy = piece.path("function_call");
    if (!legacy.path("name").asString("").isEmpty()
        || !legacy.path("arguments").asString("").isEmpty()) {
      call(legacy, legacy);
    }
    return deltas;
  }

  private void reasoning(JsonNode piece) {
    ArrayNode details =
        piece.path("reasoning_details") instanceof ArrayNode array
            ? array
            : JsonMapper.shared().createArrayNode();
    String field =
        piece.path("reasoning").asString("").isEmpty() ? "reasoning_content" : "reasoning";
    String text = piece.path(field).asString("");
    if (text.isEmpty()) {
      text =
          details
              .valueStream()
              .map(one -> one.path("text").asString(one.path("summary").asString("")))
              .collect(Collectors.joining());
    }
    for (JsonNode part : piece.path("content").values()) {
      if (part.path("type").asString("").equals("thinking")) {
        field = "thinking";
        text +=
            part.path("thinking")
                .valueStream()
                .map(one -> one.path("text").asString(""))
                .collect(Collectors.joining());
      }
    }
    if (text.isEmpty() && details.isEmpty()) {
      return;
    }
    Part part = text.isEmpty() ? latestReasoning() : last("reasoning");
    part.field = details.isEmpty() && part.details.isEmpty() ? field : "reasoning_details";
    details.forEach(one -> detail(part.details, one));
    part.text.append(text);
    if (!text.isEmpty()) {
      deltas.add(DeltaText.reasoning(text));
    }
  }

  /** A signature may come late, and is of what was thought before it. */
  private Part latestReasoning() {
    return parts.stream()
        .filter(part -> part.kind.equals("reasoning"))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> last("reasoning"));
  }

  /** Pieces of one detail have its index and type. */
  private static void detail(ArrayNode details, JsonNode piece) {
    JsonNode last = details.isEmpty() ? MissingNode.getInstance() : details.get(details.size() - 1);
    if (last instanceof ObjectNode whole
        && piece.has("index")
        && last.path("index").equals(piece.path("index"))
        && last.path("type").equals(piece.path("type"))) {
      piece
          .properties()
          .forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isString() && List.of("text", "summary", "data").contains(name)) {
              whole.put(name, whole.path(name).asString("") + value.asString());
            } else if (!value.isNull() || !whole.has(name)) {
              whole.set(name, value);
            }
          });
    } else {
      details.add(piece.deepCopy());
    }
  }

  private void executed(JsonNode tool) {
    Part part =
        parts.stream()
            .filter(one -> one.kind.equals("executed_tools"))
            .findFirst()
            .orElseGet(() -> last("executed_tools"));
    part.field = "executed_tools";
    boolean begins =
        part.details.valueStream().noneMatch(one -> one.path("index").equals(tool.path("index")));
    part.details.add(tool.deepCopy());
    if (begins) {
      deltas.add(DeltaText.provider(tool.path("type").asString("")));
    }
  }

  private void content(JsonNode content) {
    if (content.isString()) {
      said("text", content.asString());
    }
    for (JsonNode part : content.values()) {
      said("text", part.path("text").asString(""));
    }
  }

  private void said(String kind, String text) {
    if (!text.isEmpty()) {
      last(kind).text.append(text);
      deltas.add(kind.equals("text") ? DeltaText.text(text) : DeltaText.refusal(text));
      lastText += kind.equals("text") ? text : "";
    }
  }

  private Part last(String kind) {
    Part last = parts.isEmpty() ? new Part("") : parts.get(parts.size() - 1);
    if (!last.kind.equals(kind)) {
      last = new Part(kind);
      parts.add(last);
    }
    return last;
  }

  private void call(JsonNode piece, JsonNode function) {
    String id = piece.path("id").asString("");
    int index = piece.path("index").asInt(-1);
    Part call = null;
    for (Part earlier : calls) {
      boolean sameId = !id.isEmpty() && earlier.id.equals(id);
      boolean samePlace = id.isEmpty() && (index < 0 || earlier.index == index);
      if (sameId || samePlace) {
        call = earlier;
      }
    }
    if (call == null) {
      call = new Part("call");
      call.id = id;
      call.index = index;
      calls.add(call);
      parts.add(call);
    }
    String name = function.path("name").asString("");
    call.name = name.isEmpty() ? call.name : name;
    String arguments = function.path("arguments").asString(function.path("input").asString(""));
    call.text.append(arguments);
    deltas.add(DeltaText.arguments(calls.indexOf(call), call.name, arguments));
  }

  List<String> lines() {
    return parts.stream().map(Part::line).toList();
  }

  String text() {
    return joined("text");
  }

  String refusal() {
    return joined("refusal");
  }

  /** The text that was added last. */
  String lastText() {
    return lastText;
  }

  private String joined(String kind) {
    return parts.stream()
        .filter(part -> part.kind.equals(kind))
        .map(part -> part.text.toString())
        .collect(Collectors.joining());
  }

  List<RecordedAnswer.Call> calls() {
    return calls.stream()
        .map(call -> new RecordedAnswer.Call(call.id, call.name, call.text.toString()))
        .toList();
  }
}
