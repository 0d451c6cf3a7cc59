package dev.adze.model.anthropic;

import dev.adze.internal.JsonTexts;
import dev.adze.internal.http.ChunkForm;
import dev.adze.internal.http.JsonFeed;
import dev.adze.model.ModelDelta;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one event of a stream, or a whole response, which is what the first event holds. Members
 * come in any order, and events that are not known are skipped.
 */
final class AnthropicEventReader {
  private final AnthropicAnswer answer;
  private final JsonFeed feed;
  private final AnthropicDelta delta = new AnthropicDelta();
  private final List<ModelDelta> deltas = new ArrayList<>();
  private final ChunkForm form = new ChunkForm("/delta/text", "");
  private byte[] json = {};
  private boolean failed;

  /** Whether the event read last does nothing but add to a block. */
  private boolean addsOnly;

  /** The block of which the event parsed last says something. */
  private long index;

  /** The block to which events of the form add text. */
  private long formIndex;

  AnthropicEventReader(AnthropicAnswer answer, JsonFeed feed) {
    this.answer = answer;
    this.feed = feed;
  }

  /** Whether what was read last is an error. */
  boolean failed() {
    return failed;
  }

  /**
   * Reads one JSON object and adds it to the answer.
   *
   * @param plain whether it is a whole response and no event of a stream
   * @return what it adds, in order
   */
  List<ModelDelta> read(byte[] text, boolean plain) {
    json = text;
    failed = false;
    deltas.clear();
    String same = form.text(text);
    if (same == null) {
      parse(plain);
    } else {
      delta.set(same);
      answer.add(formIndex, delta, deltas);
    }
    return switch (deltas.size()) {
      case 0 -> List.of();
      case 1 -> List.of(deltas.get(0));
      default -> List.copyOf(deltas);
    };
  }

  private void parse(boolean plain) {
    delta.clear();
    addsOnly = !plain;
    JsonParser in = feed.begin(json, 0, json.length);
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new StreamReadException("an event must be a JSON object");
    }
    if (plain) {
      message(in);
    } else {
      event(in);
    }
    feed.end();
    boolean text = addsOnly && !failed && delta.type().equals("text_delta");
    if (text && form.learn(json, delta.text("text"))) {
      formIndex = index;
    }
  }

  private void event(JsonParser in) {
    String type = "";
    index = -1;
    AnthropicBlock started = null;
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "type" -> type = JsonTexts.scalar(in, value);
        case "index" -> index = JsonTexts.number(in, value);
        case "delta" -> delta.read(feed, json, in, value);
        case "usage" -> {
          addsOnly = false;
          usage(in, value);
        }
        case "error" -> failed = value != JsonToken.VALUE_NULL;
        case "message" -> {
          addsOnly = false;
          if (value == JsonToken.START_OBJECT) {
            answer.begin();
            message(in);
          }
        }
        case "content_block" -> {
          addsOnly = false;
          if (value == JsonToken.START_OBJECT) {
            started = AnthropicBlock.read(feed, json, in);
          }
        }
        default -> {}
      }
      in.skipChildren();
    }
    failed |= type.equals("error");
    if (started != null) {
      started.index(index);
      answer.add(started, deltas);
    }
    if (delta.found()) {
      apply();
    }
    if (type.equals("message_stop")) {
      answer.stop();
    }
  }

  private void apply() {
    if (!delta.type().isEmpty()) {
      answer.add(index, delta, deltas);
      return;
    }
    stopReason(delta.text("stop_reason"));
    container(delta.values().getOrDefault("container", ""));
    stopDetails(delta.values().getOrDefault("stop_details", ""));
  }

  private void stopReason(String reason) {
    if (!reason.isEmpty()) {
      answer.stopReason(reason);
    }
  }

  private void container(String object) {
    if (!object.isEmpty()) {
      answer.container(object);
    }
  }

  private void stopDetails(String object) {
    if (object.isEmpty()) {
      return;
    }
    try (JsonParser in = JsonTexts.parser(object)) {
      in.nextToken();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        String text = JsonTexts.scalar(in, in.nextToken());
        if (name.equals("explanation")) {
          answer.refusal(text, deltas);
        }
      }
    }
  }

  /** The object as it was written; empty for anything else. */
  private String slice(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      return "";
    }
    int start = feed.tokenStart();
    in.skipChildren();
    return new String(json, start, feed.tokenEnd() - start, StandardCharsets.UTF_8);
  }

  private void usage(JsonParser in, JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      int start = feed.tokenStart();
      answer.usage().read(in);
      answer.usage().keep(new String(json, start, feed.tokenEnd() - start, StandardCharsets.UTF_8));
    }
  }

  private void message(JsonParser in) {
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "id" -> answer.id(JsonTexts.scalar(in, value));
        case "model" -> answer.model(JsonTexts.scalar(in, value));
        case "content" -> content(in, value);
        case "stop_reason" -> stopReason(JsonTexts.scalar(in, value));
        case "stop_details" -> stopDetails(slice(in, value));
        case "container" -> container(slice(in, value));
        case "usage" -> usage(in, value);
        case "type" -> failed |= JsonTexts.scalar(in, value).equals("error");
        case "error" -> failed |= value != JsonToken.VALUE_NULL;
        default -> {}
      }
      in.skipChildren();
    }
  }

  private void content(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_ARRAY) {
      return;
    }
    answer.begin();
    long index = 0;
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      if (next == JsonToken.START_OBJECT) {
        AnthropicBlock block = AnthropicBlock.read(feed, json, in);
        block.index(index);
        answer.add(block, deltas);
      } else {
        in.skipChildren();
      }
      index++;
    }
  }
}
