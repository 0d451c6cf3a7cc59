package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One element of "reasoning_details", in which a server gives a model's reasoning with all that the
 * model's own provider wants to have back of it. A stream cuts the texts of an element up.
 */
final class OpenAiReasoningDetail {
  private static final List<String> TEXTS = List.of("text", "summary", "data");

  /** The members as JSON; that of a text, which may grow, is not kept up to date. */
  private final Map<String, String> members = new LinkedHashMap<>();

  private final Map<String, StringBuilder> texts = new LinkedHashMap<>();

  private OpenAiReasoningDetail() {}

  /** Reads an element, whose first token was read. */
  static OpenAiReasoningDetail read(JsonParser in) {
    OpenAiReasoningDetail detail = new OpenAiReasoningDetail();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      boolean grows = value == JsonToken.VALUE_STRING && TEXTS.contains(name);
      if (grows) {
        detail.texts.put(name, new StringBuilder(in.getString()));
      }
      detail.members.put(name, grows ? "" : JsonTexts.json(in));
    }
    return detail;
  }

  /** What a person may read of it; empty if it is encrypted. */
  String text() {
    CharSequence text = texts.get("text");
    CharSequence summary = texts.get("summary");
    return text != null ? text.toString() : summary != null ? summary.toString() : "";
  }

  /** Whether the piece is more of this element. */
  boolean goesOnWith(OpenAiReasoningDetail piece) {
    String index = piece.members.get("index");
    String type = piece.members.get("type");
    return index != null
        && index.equals(members.get("index"))
        && (type == null ? members.get("type") == null : type.equals(members.get("type")));
  }

  /** Adds a piece. */
  void add(OpenAiReasoningDetail piece) {
    piece.members.forEach((name, json) -> {
      StringBuilder more = piece.texts.get(name);
      if (more != null) {
        texts.computeIfAbsent(name, key -> new StringBuilder()).append(more);
        members.put(name, "");
      } else if (!json.equals("null") || !members.containsKey(name)) {
        members.put(name, json);
      }
    });
  }

  /** The element as JSON. */
  String json() {
    Map<String, String> whole = new LinkedHashMap<>(members);
    texts.forEach((name, text) -> whole.put(name, JsonTexts.quoted(text.toString())));
    return JsonTexts.object(whole);
  }
}
