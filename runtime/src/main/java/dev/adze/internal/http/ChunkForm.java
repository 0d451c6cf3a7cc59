package dev.adze.internal.http;

import dev.adze.internal.JsonTexts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * What the chunks of a stream have in common. Those that add text to an answer mostly are the same
 * to the byte but for that text, and perhaps for some padding; so what one of them means is known
 * of all, and comparing bytes takes a fraction of the time of parsing them. One that differs in
 * anything else, or that has an escape in its text, is left to the parser.
 *
 * <p>A form is taken only of a chunk that has come after several in a row that fit no form, and
 * ever more seldom if none fits: a short answer, or a server that numbers its chunks, pays next to
 * nothing for it.
 */
public final class ChunkForm {
  private static final int FEWEST_MISSED = 8;

  private final String textPointer;
  private final String paddingPointer;
  private int missed;
  private byte @Nullable [] sample;
  private Hole text = Hole.NONE;
  private Hole padding = Hole.NONE;

  /**
   * A form of no chunk yet.
   *
   * @param textPointer the JSON Pointer of the text
   * @param paddingPointer the JSON Pointer of a string behind the text that nobody reads; empty if
   *     there is none
   */
  public ChunkForm(String textPointer, String paddingPointer) {
    this.textPointer = textPointer;
    this.paddingPointer = paddingPointer;
  }

  /** The text of a chunk of this form, never empty; null if it has another one. */
  public @Nullable String text(byte[] json) {
    byte[] form = sample;
    if (form == null || !isSame(form, 0, json, 0, text.from)) {
      return null;
    }
    int end = stringEnd(json, text.from, false);
    if (end <= text.from || !isSameAfterText(form, json, end)) {
      return null;
    }
    String found = new String(json, text.from, end - text.from, StandardCharsets.UTF_8);
    if (found.indexOf('\ufffd') >= 0) {
      // Perhaps no UTF-8, which the parser would refuse.
      return null;
    }
    missed = 0;
    return found;
  }

  /**
   * Takes the form of a chunk that has another one, if it is time to.
   *
   * @param json a chunk that does nothing but add text, whatever text and padding it has
   * @param added the text that it adds
   * @return whether it was taken
   */
  public boolean learn(byte[] json, String added) {
    missed++;
    if (missed < FEWEST_MISSED || Integer.bitCount(missed) > 1) {
      return false;
    }
    sample = null;
    text = Hole.NONE;
    padding = Hole.NONE;
    try (JsonParser in = JsonTexts.FACTORY.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_STRING && !look(in, added)) {
          return false;
        }
      }
    }
    sample = text.isThere() ? json : null;
    return sample != null;
  }

  /** Notes a string that may differ; false if it is not the one, or not the only one. */
  private boolean look(JsonParser in, String added) {
    String pointer = in.streamReadContext().pathAsPointer().toString();
    if (pointer.equals(textPointer)) {
      boolean first = !text.isThere() && !padding.isThere();
      text = Hole.of(in);
      return first && in.getString().equals(added);
    }
    if (pointer.equals(paddingPointer)) {
      boolean first = !padding.isThere();
      padding = Hole.of(in);
      return first;
    }
    return true;
  }

  private boolean isSameAfterText(byte[] form, byte[] json, int from) {
    if (!padding.isThere()) {
      return isSame(form, text.to, json, from, form.length - text.to)
          && json.length - from == form.length - text.to;
    }
    int between = padding.from - text.to;
    if (!isSame(form, text.to, json, from, between)) {
      return false;
    }
    int end = stringEnd(json, from + between, true);
    return end >= 0
        && json.length - end == form.length - padding.to
        && isSame(form, padding.to, json, end, json.length - end);
  }

  private static boolean isSame(byte[] form, int at, byte[] json, int from, int length) {
    return json.length - from >= length
        && Arrays.equals(form, at, at + length, json, from, from + length);
  }

  /** Where the quote is that ends a string; -1 if it has an escape, or what it may not have. */
  private static int stringEnd(byte[] json, int from, boolean ascii) {
    for (int at = from; at < json.length; at++) {
      byte next = json[at];
      if (next == '"') {
        return at;
      }
      if (next == '\\' || (next < ' ' && (ascii || next >= 0))) {
        return -1;
      }
    }
    return -1;
  }

  /** A string of a chunk, from behind its first quote to its last. */
  private record Hole(int from, int to) {
    static final Hole NONE = new Hole(0, 0);

    boolean isThere() {
      return to > 0;
    }

    /** The string at which the parser is. */
    static Hole of(JsonParser in) {
      int from = (int) in.currentTokenLocation().getByteOffset() + 1;
      in.finishToken();
      return new Hole(from, (int) in.currentLocation().getByteOffset() - 1);
    }
  }
}
