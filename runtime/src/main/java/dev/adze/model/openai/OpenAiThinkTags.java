package dev.adze.model.openai;

import dev.adze.model.ModelDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells reasoning from the answer where a server leaves both in the text, with tags around the
 * reasoning. Only tags at the very beginning count: later ones are what the model wrote.
 */
final class OpenAiThinkTags {
  private static final String OPEN = "<think>";
  private static final String CLOSE = "</think>";

  private enum State {
    BEFORE,
    OPENED,
    INSIDE,
    BEHIND,
    ANSWER
  }

  private final StringBuilder held = new StringBuilder();
  private State state = State.BEFORE;

  /** What more text means; what may be the beginning of a tag is held back. */
  List<ModelDelta> read(String text) {
    held.append(text);
    List<ModelDelta> deltas = new ArrayList<>(2);
    if (state == State.BEFORE) {
      before();
    }
    if (state == State.OPENED) {
      skipBlanks();
      state = held.isEmpty() ? State.OPENED : State.INSIDE;
    }
    if (state == State.INSIDE) {
      inside(deltas);
    }
    if (state == State.BEHIND) {
      skipBlanks();
      state = held.isEmpty() ? State.BEHIND : State.ANSWER;
    }
    if (state == State.ANSWER) {
      give(deltas, held.length());
    }
    return deltas;
  }

  /** What was held back, because no more comes. */
  List<ModelDelta> end() {
    List<ModelDelta> deltas = new ArrayList<>(1);
    give(deltas, held.length());
    return deltas;
  }

  private void before() {
    int start = 0;
    while (start < held.length() && Character.isWhitespace(held.charAt(start))) {
      start++;
    }
    String begun = held.substring(start, Math.min(held.length(), start + OPEN.length()));
    if (begun.equals(OPEN)) {
      held.delete(0, start + OPEN.length());
      state = State.OPENED;
    } else if (!OPEN.startsWith(begun)) {
      state = State.ANSWER;
    }
  }

  private void inside(List<ModelDelta> deltas) {
    int end = held.indexOf(CLOSE);
    if (end >= 0) {
      give(deltas, end);
      held.delete(0, CLOSE.length());
      state = State.BEHIND;
      return;
    }
    int keep = Math.min(held.length(), CLOSE.length() - 1);
    while (!CLOSE.startsWith(held.substring(held.length() - keep))) {
      keep--;
    }
    give(deltas, held.length() - keep);
  }

  private void skipBlanks() {
    int blanks = 0;
    while (blanks < held.length() && Character.isWhitespace(held.charAt(blanks))) {
      blanks++;
    }
    held.delete(0, blanks);
  }

  private void give(List<ModelDelta> deltas, int length) {
    if (length > 0) {
      String text = held.substring(0, length);
      deltas.add(
          state == State.INSIDE ? new ModelDelta.Reasoning(text) : new ModelDelta.Text(text));
      held.delete(0, length);
    }
  }
}
