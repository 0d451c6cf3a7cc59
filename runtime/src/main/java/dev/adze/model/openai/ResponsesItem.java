package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One item of a response's output, as far as it is understood. */
final class ResponsesItem {
  /** What goes between two parts of a summary, each of which has a heading of its own. */
  static final String PARAGRAPH = "\n\n";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final List<String> tools = new ArrayList<>();
  private String type = "";
  private String id = "";
  private String callId = "";
  private String name = "";
  private String arguments = "";
  private String server = "";
  private String execution = "";
  private String summary = "";
  private String json = "";
  private boolean plain = true;

  private ResponsesItem() {}

  /**
   * Reads an item.
   *
   * @param in at the item's first token
   * @param json what the parser's count of bytes begins in
   * @param offset where it begins there
   */
  static ResponsesItem read(JsonParser in, byte[] json, int offset) {
    ResponsesItem item = new ResponsesItem();
    long start = in.currentTokenLocation().getByteOffset();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      item.member(in, name, in.nextToken());
      in.skipChildren();
    }
    long end = in.currentLocation().getByteOffset();
    item.json =
        new String(json, (int) (offset + start), (int) (end - start), StandardCharsets.UTF_8);
    return item;
  }

  /** A message of which the provider gave no more than its words. */
  static ResponsesItem told(String text, String refusal) {
    ResponsesItem item = new ResponsesItem();
    item.type = "message";
    item.text.append(text);
    item.refusal.append(refusal);
    return item;
  }

  /** What kind of item it is; empty if it does not say. */
  String type() {
    return type;
  }

  /** The provider's id of the item; empty if it has none. */
  String id() {
    return id;
  }

  /** The provider's id of the call; empty if it has none. */
  String callId() {
    return callId;
  }

  /** The name of the called tool; empty if it has none. */
  String name() {
    return name;
  }

  /** The arguments of a call; empty if it has none. */
  String arguments() {
    return arguments;
  }

  /** The label of the MCP server; empty if it has none. */
  String server() {
    return server;
  }

  /** The names of the tools of the MCP server. */
  List<String> tools() {
    return tools;
  }

  /** Who runs the call, where the item says so. */
  String execution() {
    return execution;
  }

  /** The text of a message. */
  String text() {
    return text.toString();
  }

  /** The refusal in a message. */
  String refusal() {
    return refusal.toString();
  }

  /** Whether it is a message without any words. */
  boolean isSilent() {
    return type.equals("message") && text.isEmpty() && refusal.isEmpty();
  }

  /** What the model thought: its own words if the provider shows them, else the summary. */
  String reasoning() {
    return text.length() > 0 ? text.toString() : summary;
  }

  /** Whether a message or a call is no more than its text, or its id, name and arguments. */
  boolean isPlain() {
    return plain;
  }

  /** The item as the provider wrote it; empty if it did not. */
  String json() {
    return json;
  }

  private void member(JsonParser in, String member, JsonToken value) {
    switch (member) {
      case "type" -> type = JsonTexts.scalar(in, value);
      case "id" -> id = JsonTexts.scalar(in, value);
      case "call_id" -> callId = JsonTexts.scalar(in, value);
      case "name" -> name = JsonTexts.scalar(in, value);
      case "arguments" -> arguments = JsonTexts.text(in, value);
      case "server_label" -> server = JsonTexts.scalar(in, value);
      case "execution" -> execution = JsonTexts.scalar(in, value);
      case "content" -> parts(in, value, text);
      case "summary" -> {
        StringBuilder paragraphs = new StringBuilder();
        parts(in, value, paragraphs);
        summary = paragraphs.toString();
      }
      case "tools" -> {
        for (JsonToken next = first(in, value); isItem(next); next = in.nextToken()) {
          tool(in, next);
        }
      }
      case "role", "status" -> {}
      default -> plain &= value == JsonToken.VALUE_NULL;
    }
  }

  private static JsonToken first(JsonParser in, JsonToken value) {
    return value == JsonToken.START_ARRAY ? in.nextToken() : JsonToken.END_ARRAY;
  }

  private static boolean isItem(JsonToken next) {
    return next != JsonToken.END_ARRAY;
  }

  private void parts(JsonParser in, JsonToken value, StringBuilder into) {
    if (value == JsonToken.VALUE_STRING) {
      into.append(in.getString());
    }
    int count = 0;
    for (JsonToken next = first(in, value); isItem(next); next = in.nextToken()) {
      plain &= count++ == 0;
      if (next == JsonToken.START_OBJECT) {
        part(in, into);
      } else {
        in.skipChildren();
      }
    }
  }

  private void part(JsonParser in, StringBuilder into) {
    String kind = "";
    String said = "";
    for (String member = in.nextName(); member != null; member = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (member) {
        case "type" -> kind = JsonTexts.scalar(in, value);
        case "text" -> said = JsonTexts.scalar(in, value);
        case "refusal" -> refusal.append(JsonTexts.scalar(in, value));
        default -> plain &= isEmpty(in, value);
      }
    }
    // The parts of a message are one text; those of reasoning stand on their own.
    boolean thought = kind.equals("summary_text") || kind.equals("reasoning_text");
    boolean apart = thought && into.length() > 0 && !said.isEmpty();
    into.append(apart ? PARAGRAPH : "").append(said);
  }

  /** Whether a value is null, or a list or object with nothing in it; it is skipped. */
  private static boolean isEmpty(JsonParser in, JsonToken value) {
    if (value.isScalarValue()) {
      return value == JsonToken.VALUE_NULL;
    }
    boolean empty = in.nextToken().isStructEnd();
    while (!empty && !in.currentToken().isStructEnd()) {
      in.skipChildren();
      in.nextToken();
    }
    return empty;
  }

  private void tool(JsonParser in, JsonToken value) {
    if (value != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    for (String member = in.nextName(); member != null; member = in.nextName()) {
      JsonToken next = in.nextToken();
      if (member.equals("name")) {
        tools.add(JsonTexts.scalar(in, next));
      } else {
        in.skipChildren();
      }
    }
  }
}
