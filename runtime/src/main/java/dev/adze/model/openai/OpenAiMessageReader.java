package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.ModelDelta;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads what one chunk adds to the message. It is kept until {@link #addTo}, because only the rest
 * of the choice tells whether it counts.
 */
final class OpenAiMessageReader {
  private final List<ModelDelta> said = new ArrayList<>();
  private final List<OpenAiCallPiece> calls = new ArrayList<>();
  private final List<OpenAiProviderPiece> items = new ArrayList<>();
  private final OpenAiReasoning reasoning = new OpenAiReasoning();

  /** Forgets what was read. */
  void clear() {
    said.clear();
    calls.clear();
    items.clear();
    reasoning.clear();
  }

  /** Adds what was read to the answer and to the deltas: first what the model thought. */
  void addTo(OpenAiAnswer answer, List<ModelDelta> deltas) {
    if (!reasoning.isEmpty()) {
      answer.add(reasoning, deltas);
    }
    for (int i = 0; i < said.size(); i++) {
      answer.add(said.get(i), deltas);
    }
    for (int i = 0; i < items.size(); i++) {
      answer.add(items.get(i), deltas);
    }
    for (int i = 0; i < calls.size(); i++) {
      deltas.add(answer.add(calls.get(i)));
    }
  }

  /** What was read, if that is text in one piece; empty if there is something else. */
  String onlyText() {
    boolean only = said.size() == 1 && calls.isEmpty() && items.isEmpty() && reasoning.isEmpty();
    return only && said.get(0) instanceof ModelDelta.Text text ? text.text() : "";
  }

  /** Reads a message or a delta, whose first token was read. */
  void read(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "content" -> content(in, value);
        case "refusal" -> refusal(JsonTexts.scalar(in, value));
        case "reasoning", "reasoning_content" -> {
          String text = JsonTexts.scalar(in, value);
          // A server that renamed the one to the other gives both for a while.
          if (reasoning.isBare()) {
            reasoning.add(name, text);
          }
        }
        case "reasoning_details" -> reasoningDetails(in, value);
        case "tool_calls" -> toolCalls(in, value);
        case "function_call" -> functionCall(in, value);
        case "executed_tools", "images" -> items(in, name, value);
        default -> in.skipChildren();
      }
    }
  }

  private void reasoningDetails(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        reasoning.add(OpenAiReasoningDetail.read(in));
      } else {
        in.skipChildren();
      }
    }
  }

  /** What the provider did or made by itself: kept as it stands. */
  private void items(JsonParser in, String name, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      items.add(OpenAiProviderPiece.read(name, JsonTexts.json(in)));
    }
  }

  private void text(String text) {
    if (!text.isEmpty()) {
      said.add(new ModelDelta.Text(text));
    }
  }

  private void refusal(String text) {
    if (!text.isEmpty()) {
      said.add(new ModelDelta.Refusal(text));
    }
  }

  /** Content is a text, or a list of parts. */
  private void content(JsonParser in, JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      text(in.getString());
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        content(in, next);
      }
    } else if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        switch (name) {
          case "text" -> text(JsonTexts.scalar(in, value));
          case "refusal" -> refusal(JsonTexts.scalar(in, value));
          case OpenAiReasoning.THINKING -> reasoning.add(name, texts(in, value));
          default -> in.skipChildren();
        }
      }
    }
  }

  /** A text, or the texts of a list of objects, joined. */
  private static String texts(JsonParser in, JsonToken token) {
    String joined = "";
    if (token == JsonToken.VALUE_STRING) {
      joined = in.getString();
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        joined += texts(in, next);
      }
    } else if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        joined += name.equals("text") ? JsonTexts.scalar(in, value) : "";
        in.skipChildren();
      }
    }
    return joined;
  }

  private void toolCalls(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        toolCall(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void toolCall(JsonParser in) {
    int index = OpenAiCallPiece.NO_INDEX;
    String id = "";
    OpenAiCallPiece function = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "index" -> index = value == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : index;
        case "id" -> id = JsonTexts.scalar(in, value);
        case "function", "custom" -> function = function(in, value);
        default -> {}
      }
      in.skipChildren();
    }
    if (function != null) {
      calls.add(new OpenAiCallPiece(index, id, function.name(), function.arguments()));
    }
  }

  /** The form of the first years, which some servers still have, at times with nothing in it. */
  private void functionCall(JsonParser in, JsonToken token) {
    OpenAiCallPiece call = function(in, token);
    if (!call.name().isEmpty() || !call.arguments().isEmpty()) {
      calls.add(call);
    }
  }

  private static OpenAiCallPiece function(JsonParser in, JsonToken token) {
    String function = "";
    String arguments = "";
    if (token == JsonToken.START_OBJECT) {
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        JsonToken value = in.nextToken();
        switch (name) {
          case "name" -> function = JsonTexts.scalar(in, value);
          case "arguments", "input" -> arguments = JsonTexts.text(in, value);
          default -> in.skipChildren();
        }
      }
    }
    return new OpenAiCallPiece(OpenAiCallPiece.NO_INDEX, "", function, arguments);
  }
}
