package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.JsonFeed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One content block in the making: how it began, as the provider wrote it, and what deltas have
 * added to it.
 */
final class AnthropicBlock {
  static final String TEXT = "text";
  static final String THINKING = "thinking";
  static final String REDACTED = "redacted_thinking";
  static final String TOOL_USE = "tool_use";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder partialInput = new StringBuilder();
  private final List<String> citations = new ArrayList<>();

  /** What deltas of other kinds add up to, by the name of the member. */
  private final Map<String, String> grown = new LinkedHashMap<>();

  /** The start of the block is read from the event again only if it is needed. */
  private byte[] json = {'{', '}'};

  private int from;
  private int to = json.length;
  private long index;
  private String type = "";
  private String id = "";
  private String name = "";
  private String signature = "";
  private String input = "";
  private String callId = "";
  private boolean special;
  private boolean streamed;

  /** A block of which the start never came. */
  static AnthropicBlock of(long index, String type) {
    AnthropicBlock block = new AnthropicBlock();
    block.index = index;
    block.type = type;
    block.json = ("{\"type\":" + JsonTexts.quoted(type) + "}").getBytes(StandardCharsets.UTF_8);
    block.to = block.json.length;
    return block;
  }

  /** Reads the start of a block, or a whole one, at the parser's current token. */
  static AnthropicBlock read(JsonFeed feed, byte[] json, JsonParser in) {
    AnthropicBlock block = new AnthropicBlock();
    block.json = json;
    block.from = feed.tokenStart();
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      block.member(feed, in, name, in.nextToken());
      in.skipChildren();
    }
    block.to = feed.tokenEnd();
    return block;
  }

  private void member(JsonFeed feed, JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "type" -> type = JsonTexts.scalar(in, value);
      case "id" -> id = JsonTexts.scalar(in, value);
      case "name" -> this.name = JsonTexts.scalar(in, value);
      case "text", "thinking" -> text.append(JsonTexts.scalar(in, value));
      case "signature" -> signature = JsonTexts.scalar(in, value);
      case "input" -> input = slice(feed, in, value);
      case "citations" -> citations(feed, in, value);
      case "caller" -> special |= !isDirect(in, value);
      default -> special |= value != JsonToken.VALUE_NULL;
    }
  }

  /** Whether the model itself calls, which is what no word of a caller means too. */
  private static boolean isDirect(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      return token == JsonToken.VALUE_NULL;
    }
    String type = "";
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      String text = JsonTexts.scalar(in, in.nextToken());
      type = name.equals("type") ? text : type;
    }
    return type.equals("direct");
  }

  private void citations(JsonFeed feed, JsonParser in, JsonToken token) {
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
        if (next == JsonToken.START_OBJECT) {
          citations.add(slice(feed, in, next));
        } else {
          in.skipChildren();
        }
      }
    }
  }

  private String slice(JsonFeed feed, JsonParser in, JsonToken token) {
    if (token.isScalarValue()) {
      return JsonTexts.scalar(in, token);
    }
    int start = feed.tokenStart();
    in.skipChildren();
    return new String(json, start, feed.tokenEnd() - start, StandardCharsets.UTF_8);
  }

  /** Adds what an event says of the block. */
  void add(AnthropicDelta delta) {
    switch (delta.type()) {
      case "input_json_delta" -> partialInput.append(delta.text("partial_json"));
      case "citations_delta" -> {
        if (delta.citation().startsWith("{")) {
          citations.add(delta.citation());
        }
      }
      default -> {
        if (isProviders()) {
          grow(delta);
        } else {
          say(delta);
        }
      }
    }
    streamed = true;
  }

  private void say(AnthropicDelta delta) {
    switch (delta.type()) {
      case "text_delta" -> text.append(delta.text("text"));
      case "thinking_delta" -> text.append(delta.text("thinking"));
      case "signature_delta" -> signature = delta.text("signature");
      default -> {}
    }
  }

  /** Nobody knows what such a delta means; it is taken to add to texts and to set all else. */
  private void grow(AnthropicDelta delta) {
    delta
        .texts()
        .forEach((name, more) -> grown.merge(name, JsonTexts.quoted(more), AnthropicBlock::joined));
    grown.putAll(delta.values());
  }

  /** Two JSON strings as one; of other values the later one. */
  private static String joined(String before, String more) {
    return before.startsWith("\"") && more.startsWith("\"")
        ? before.substring(0, before.length() - 1) + more.substring(1)
        : more;
  }

  /** The place that the provider gave the block. */
  long index() {
    return index;
  }

  void index(long value) {
    index = value;
  }

  String type() {
    return type;
  }

  /** The provider's id of a call. */
  String id() {
    return id;
  }

  /** The name of a called tool. */
  String name() {
    return name;
  }

  /** The text, of an answer or a thought. */
  String text() {
    return text.toString();
  }

  /** Our id of a call. */
  String callId() {
    return callId;
  }

  void callId(String value) {
    callId = value;
  }

  /** The arguments of a call, as they were written. */
  String arguments() {
    if (!partialInput.toString().isBlank()) {
      return partialInput.toString();
    }
    return input.isBlank() ? "{}" : input;
  }

  /** The arguments with which the block began; empty if they are still to come. */
  String firstArguments() {
    return input.replaceAll("\\s", "").equals("{}") ? "" : input;
  }

  boolean isSigned() {
    return !signature.isEmpty();
  }

  /** Whether type, text, id, name and arguments are not all there is to it. */
  boolean isSpecial() {
    return special || !citations.isEmpty();
  }

  /** Whether it is of a kind that only the provider understands. */
  boolean isProviders() {
    return switch (type) {
      case TEXT, THINKING, REDACTED, TOOL_USE -> false;
      default -> true;
    };
  }

  /** Whether its text is what the model says or thinks. */
  boolean isSaid() {
    return type.equals(TEXT) || type.equals(THINKING);
  }

  /** Whether the provider runs a tool of its own. */
  boolean isProviderCall() {
    return type.endsWith("_tool_use");
  }

  /** The whole block: as it came, or as it would have come without deltas. */
  String json() {
    String start = new String(json, from, to - from, StandardCharsets.UTF_8);
    if (!streamed) {
      return start;
    }
    Map<String, String> members = JsonTexts.members(start);
    if (type.equals(TEXT) || type.equals(THINKING)) {
      members.put(type, JsonTexts.quoted(text.toString()));
    }
    if (isSigned()) {
      members.put("signature", JsonTexts.quoted(signature));
    }
    if (!partialInput.toString().isBlank()) {
      members.put("input", JsonTexts.objectOf(partialInput.toString()));
    }
    if (!citations.isEmpty()) {
      members.put("citations", "[" + String.join(",", citations) + "]");
    }
    grown.forEach((name, value) -> members.merge(name, value, AnthropicBlock::joined));
    return JsonTexts.object(members);
  }
}
