package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.JsonFeed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The member "delta" of one event. It is kept until the event is read to its end, because only then
 * it is known which block it belongs to. One object serves all events of a response.
 */
final class AnthropicDelta {
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private String type = "";
  private String citation = "";
  private boolean found;

  /** Forgets what was read. */
  void clear() {
    if (found) {
      texts.clear();
      values.clear();
      type = "";
      citation = "";
      found = false;
    }
  }

  /** Whether there was a delta. */
  boolean found() {
    return found;
  }

  /** What kind of delta to a block it is; empty if it is one to the message. */
  String type() {
    return type;
  }

  /** The text under a name; empty if there is none. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** The citation as the provider wrote it; empty if there is none. */
  String citation() {
    return citation;
  }

  /** All texts by name. */
  Map<String, String> texts() {
    return texts;
  }

  /** All other values by name, as the provider wrote them. */
  Map<String, String> values() {
    return values;
  }

  /** Makes it one that adds text to a block. */
  void set(String text) {
    clear();
    found = true;
    type = "text_delta";
    texts.put("text", text);
  }

  /** Reads it, whose first token was read. */
  void read(JsonFeed feed, byte[] json, JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    found = true;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("type")) {
        type = JsonTexts.scalar(in, value);
      } else if (value == JsonToken.VALUE_STRING) {
        texts.put(name, in.getString());
      } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
        int start = feed.tokenStart();
        in.skipChildren();
        keep(name, new String(json, start, feed.tokenEnd() - start, StandardCharsets.UTF_8));
      } else if (value != JsonToken.VALUE_NULL) {
        keep(name, in.getString());
      }
    }
  }

  private void keep(String name, String value) {
    if (name.equals("citation")) {
      citation = value;
    } else {
      values.put(name, value);
    }
  }
}
