package dev.adze.model.openai;

import dev.adze.internal.JsonTexts;
import dev.adze.model.ModelDelta;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads one chunk of a stream, or a whole response, which differs only in what its "delta" is
 * called. Members come in any order, what is not known is skipped, and of several choices the first
 * counts.
 */
final class OpenAiChunkReader {
  private final OpenAiAnswer answer;
  private final List<ModelDelta> deltas = new ArrayList<>();
  private final OpenAiMessageReader message = new OpenAiMessageReader();
  private String content = "";
  private boolean answered;
  private boolean failed;
  private int choices;
  private boolean used;
  private boolean more;
  private String text = "";
  private byte[] json = {};

  OpenAiChunkReader(OpenAiAnswer answer) {
    this.answer = answer;
  }

  /** Whether the chunk read last had choices, if only an empty list of them. */
  boolean answered() {
    return answered;
  }

  /** Whether the chunk read last has an error in it, if only an empty one. */
  boolean failed() {
    return failed;
  }

  /** The piece of text that is all that the chunk read last adds; empty if there is more to it. */
  String onlyText() {
    return more || failed || choices > 1 ? "" : text;
  }

  /** Adds a piece of text in place of a chunk that does nothing else. */
  List<ModelDelta> read(String piece) {
    answered = true;
    failed = false;
    deltas.clear();
    answer.add(new ModelDelta.Text(piece), deltas);
    return all();
  }

  /**
   * Reads one JSON object and adds it to the answer.
   *
   * @param in before the object
   * @param json the object
   * @param plain whether it is a whole response and no chunk of a stream
   * @return what it adds, in order
   */
  List<ModelDelta> read(JsonParser in, byte[] json, boolean plain) {
    this.json = json;
    content = plain ? "message" : "delta";
    answered = false;
    failed = false;
    choices = 0;
    used = false;
    more = plain;
    text = "";
    deltas.clear();
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new StreamReadException("a chunk must be a JSON object");
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      member(in, name, in.nextToken());
      in.skipChildren();
    }
    if (used && answered && choices == 0) {
      answer.sum();
    }
    return all();
  }

  private List<ModelDelta> all() {
    return switch (deltas.size()) {
      case 0 -> List.of();
      case 1 -> List.of(deltas.get(0));
      default -> List.copyOf(deltas);
    };
  }

  private void member(JsonParser in, String name, JsonToken value) {
    switch (name) {
      case "id" -> {
        // Every chunk has the same one, so the first is all that is decoded.
        if (value == JsonToken.VALUE_STRING && answer.id().isEmpty()) {
          answer.id(in.getString());
        }
      }
      case "model" -> {
        if (value == JsonToken.VALUE_STRING && answer.model().isEmpty()) {
          answer.model(in.getString());
        }
      }
      case "choices" -> choices(in, value);
      case "usage" -> {
        if (value == JsonToken.START_OBJECT) {
          more = true;
          used = true;
          answer.usage(json, true);
        }
      }
      case "x_groq" -> {
        more = true;
        groq(in, value);
      }
      case "error" -> failed = value != JsonToken.VALUE_NULL;
      default -> {}
    }
  }

  private void choices(JsonParser in, JsonToken value) {
    if (value != JsonToken.START_ARRAY) {
      return;
    }
    answered = true;
    for (JsonToken next = in.nextToken(); next != JsonToken.END_ARRAY; next = in.nextToken()) {
      choices++;
      if (next == JsonToken.START_OBJECT) {
        choice(in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void choice(JsonParser in) {
    message.clear();
    long index = 0;
    boolean found = false;
    String finish = "";
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      switch (name) {
        case "index" -> index = JsonTexts.number(in, value);
        case "finish_reason" -> finish = JsonTexts.scalar(in, value);
        case "delta", "message" -> {
          // Where both are given, the other one repeats the whole message, or holds nothing.
          if (name.equals(content)) {
            message.clear();
            message.read(in, value);
            found = value == JsonToken.START_OBJECT;
          } else if (!found) {
            message.read(in, value);
          }
        }
        default -> {}
      }
      in.skipChildren();
    }
    // Only here: the index may come after what it decides on.
    if (index == 0) {
      text = message.onlyText();
      answer.begin();
      message.addTo(answer, deltas);
      if (!finish.isBlank()) {
        more = true;
        answer.finish(finish, deltas);
      }
    }
  }

  /** Groq's own member says in streams what they took, and at times what failed. */
  private void groq(JsonParser in, JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      return;
    }
    for (String name = in.nextName(); name != null; name = in.nextName()) {
      JsonToken value = in.nextToken();
      if (name.equals("usage") && value == JsonToken.START_OBJECT) {
        answer.usage(json, false);
      } else if (name.equals("error") && value != JsonToken.VALUE_NULL) {
        failed = true;
      }
      in.skipChildren();
    }
  }
}
