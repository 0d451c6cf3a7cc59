package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reasoning as a chunk has it, or as the chunks so far add up to, in the form that goes back. */
final class OpenAiReasoning {
  /** The content part of Mistral's servers. */
  static final String THINKING = "thinking";

  private final StringBuilder text = new StringBuilder();
  private final List<OpenAiReasoningDetail> details = new ArrayList<>();
  private String field = "";

  /** Adds text that stood in a member of the message, or in a part called {@link #THINKING}. */
  void add(String field, String more) {
    this.field = field;
    text.append(more);
  }

  /** Adds an element of "reasoning_details". */
  void add(OpenAiReasoningDetail detail) {
    OpenAiReasoningDetail last = details.isEmpty() ? null : details.get(details.size() - 1);
    if (last != null && last.goesOnWith(detail)) {
      last.add(detail);
    } else {
      details.add(detail);
    }
  }

  /** Adds a piece, whose own text is given, because the details may repeat it. */
  void add(OpenAiReasoning piece, String readable) {
    if (!piece.field.isEmpty()) {
      field = piece.field;
    }
    text.append(readable);
    piece.details.forEach(this::add);
  }

  boolean isEmpty() {
    return text.isEmpty() && details.isEmpty();
  }

  /** Whether there is no text yet. */
  boolean isBare() {
    return text.isEmpty();
  }

  boolean hasDetails() {
    return !details.isEmpty();
  }

  /** What a person may read. Servers that give details mostly repeat them as one text. */
  String text() {
    return text.isEmpty()
        ? details.stream().map(OpenAiReasoningDetail::text).collect(Collectors.joining())
        : text.toString();
  }

  /** What the server wants to have back: members of the message, or a part of its content. */
  String json() {
    if (!details.isEmpty()) {
      return details.stream()
          .map(OpenAiReasoningDetail::json)
          .collect(Collectors.joining(",", "{\"reasoning_details\":[", "]}"));
    }
    String quoted = JsonTexts.quoted(text.toString());
    return field.equals(THINKING)
        ? "{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":" + quoted + "}]}"
        : "{\"" + field + "\":" + quoted + "}";
  }

  /** Whether anything of it can go back. */
  boolean goesBack() {
    return hasDetails() || !field.isEmpty();
  }

  void clear() {
    text.setLength(0);
    details.clear();
    field = "";
  }
}
