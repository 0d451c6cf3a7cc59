package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * What one event of a stream says, with its larger members as places in its bytes. Its members come
 * in any order, so what they mean is decided only when all of them are known.
 */
final class ResponsesEvent {
  private String type = "";
  private String delta = "";
  private int outputIndex;
  private int part;
  private boolean chat;
  private boolean error;
  private long start;
  private long end;

  /** What kind of event it is; empty if it does not say. */
  String type() {
    return type;
  }

  /** The next piece of something; empty if there is none. */
  String delta() {
    return delta;
  }

  /** The place of the item that it is about, or -1 if it does not say. */
  int outputIndex() {
    return outputIndex;
  }

  /** The place of the part of the item that it is about. */
  int part() {
    return part;
  }

  /** Whether it is a chunk of the chat-completions protocol. */
  boolean isChat() {
    return chat;
  }

  /** Whether it holds an error. */
  boolean isError() {
    return error;
  }

  /** Whether it holds an item or a response. */
  boolean hasObject() {
    return end > 0;
  }

  /** Where the item or response begins. */
  int objectStart() {
    return (int) start;
  }

  /** Where the item or response ends. */
  int objectEnd() {
    return (int) end;
  }

  /**
   * Reads an event in place of the one before.
   *
   * @param in before the JSON
   * @param json the same JSON, to the end of the array
   */
  void read(JsonParser in, byte[] json) {
    delta = "";
    outputIndex = -1;
    part = 0;
    chat = false;
    error = false;
    start = 0;
    end = 0;
    boolean typed = false;
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new StreamReadException("an event must be a JSON object");
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("type")) {
        typed = true;
        type(in, value);
      } else {
        member(in, name, value);
      }
      in.skipChildren();
    }
    if (!typed) {
      type = "";
    }
    if (end > 0) {
      // The parser counts the bytes of all events; the end of this one is where both counts meet.
      long shift = endOf(json) - in.currentLocation().getByteOffset();
      start += shift;
      end += shift;
    }
  }

  /** Most events are of the kind of the one before, and need no text of their own for it. */
  private void type(JsonParser in, JsonToken value) {
    if (value != JsonToken.VALUE_STRING) {
      type = "";
    } else if (!isSame(in, type)) {
      type = in.getString();
    }
  }

  private static boolean isSame(JsonParser in, String text) {
    int length = in.getStringLength();
    if (length != text.length()) {
      return false;
    }
    char[] characters = in.getStringCharacters();
    int offset = in.getStringOffset();
    for (int i = 0; i < length; i++) {
      if (characters[offset + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void member(JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "delta" -> delta = JsonTexts.scalar(in, value);
      case "output_index" -> outputIndex = (int) JsonTexts.number(in, value);
      case "summary_index", "content_index" -> part = (int) JsonTexts.number(in, value);
      case "item", "response" -> {
        if (value == JsonToken.START_OBJECT) {
          start = in.currentTokenLocation().getByteOffset();
          in.skipChildren();
          end = in.currentLocation().getByteOffset();
        }
      }
      case "choices" -> chat = true;
      case "error" -> error = value != JsonToken.VALUE_NULL;
      default -> {}
    }
  }

  private static int endOf(byte[] json) {
    int end = json.length;
    while (json[end - 1] != '}') {
      end--;
    }
    return end;
  }
}
