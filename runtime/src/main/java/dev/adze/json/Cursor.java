package dev.adze.json;

import org.jspecify.annotations.Nullable;

/**
 * The place in a text that a {@link JsonReader} has come to: tokens, open containers and faults. It
 * knows JSON and no types. After a fault with which nothing can go on it stands at the end of the
 * text, so that every later look finds nothing and no read on the way of sound texts has to ask.
 */
abstract class Cursor {
  static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER_LENGTH = 1_000;

  /** What {@link #peek} answers at the end; nothing in JSON begins with it. */
  private static final char NOTHING = '\0';

  final String text;

  /** The next character to read. */
  int at;

  /** The innermost open container; null outside of all. */
  @Nullable Frame frame;

  /** The container that was closed last; valid until another is opened. */
  @Nullable Frame closed;

  private boolean broken;

  /** Whether a value is skipped that is a fault as a whole: what else is wrong in it is noise. */
  private boolean muted;

  private @Nullable Faults faults;

  Cursor(String text) {
    this.text = text;
  }

  /** Steps over white space and answers the character after it. */
  final char peek() {
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
        at = i;
        return c;
      }
      i++;
    }
    at = i;
    return NOTHING;
  }

  /** Steps over a word such as {@code true} if it is there. */
  final boolean word(String word) {
    if (!text.startsWith(word, at)) {
      return false;
    }
    at += word.length();
    return true;
  }

  /** Steps over a string literal; false after a fault. */
  final boolean string() {
    int close = Strings.close(text, at + 1);
    if (close < 0) {
      malformed(Strings.complaint(text, ~close), ~close);
      return false;
    }
    at = close + 1;
    return true;
  }

  /** Steps over a number literal; false after a fault. */
  final boolean number() {
    int from = at;
    int end = Numbers.end(text, from);
    if (end < 0) {
      malformed("a number is malformed", ~end);
      return false;
    }
    at = end;
    if (end - from > MAX_NUMBER_LENGTH) {
      if (admits()) {
        String limit = "expected a number of at most " + MAX_NUMBER_LENGTH + " characters; got ";
        note(JsonFault.Kind.TOO_LONG, limit + (end - from));
      }
      return false;
    }
    return true;
  }

  /** Opens a container of a kind if its bracket comes next, else one that is absent. */
  final void open(char bracket, Frame.Kind kind, JsonFields fields, String expected) {
    Frame inner = Frame.inside(frame);
    if (peek() != bracket) {
      refuse(expected);
      inner.open(Frame.Kind.ABSENT, JsonFields.NONE);
    } else if (inner.depth > MAX_DEPTH) {
      fatal(JsonFault.Kind.TOO_DEEP, "nested too deep; at most " + MAX_DEPTH + " levels are read");
      inner.open(Frame.Kind.ABSENT, JsonFields.NONE);
    } else {
      at++;
      inner.open(kind, fields);
    }
    frame = inner;
  }

  final void close(Frame container) {
    closed = container;
    frame = container.parent;
  }

  /** Moves to the next member of a container; false at its end. */
  final boolean more(Frame in, char bracket) {
    char c = peek();
    if (c == bracket) {
      at++;
      return false;
    }
    if (in.fresh) {
      in.fresh = false;
      return !broken;
    }
    if (c != ',') {
      malformed("expected \",\" or \"" + bracket + "\"", at);
      return false;
    }
    at++;
    return true;
  }

  /** Steps over a name and its colon; false after a fault. */
  final boolean name(Frame in) {
    if (peek() != '"') {
      malformed("expected a field name in double quotes", at);
      return false;
    }
    int quote = at;
    if (!string()) {
      return false;
    }
    in.place = quote;
    return colon();
  }

  final boolean colon() {
    if (peek() != ':') {
      malformed("expected \":\"", at);
      return false;
    }
    at++;
    return true;
  }

  final void noteIllFormed() {
    if (admits()) {
      note(JsonFault.Kind.ILL_FORMED_UNICODE, FaultText.ILL_FORMED);
    }
  }

  /** Steps over a value of another type than expected and notes that. */
  final void refuse(String expected) {
    int from = at;
    Walk.overMuted(this);
    if (broken || !admits()) {
      return;
    }
    if (text.charAt(from) == 'n') {
      note(JsonFault.Kind.NULL, "must not be null; expected " + expected);
    } else {
      note(JsonFault.Kind.WRONG_TYPE, FaultText.got(expected, text, from, at));
    }
  }

  /** Notes that the text is not JSON, and stops reading. */
  final void malformed(String complaint, int place) {
    if (!broken) {
      fatal(JsonFault.Kind.SYNTAX, FaultText.malformed(complaint, text, place));
    }
  }

  private void fatal(JsonFault.Kind kind, String message) {
    muted = false;
    if (admits()) {
      note(kind, message);
    }
    broken = true;
    at = text.length();
  }

  /** Counts a fault and answers whether it is worth its message: there may be millions. */
  final boolean admits() {
    if (muted) {
      return false;
    }
    if (faults == null) {
      faults = new Faults();
    }
    return faults.count();
  }

  /** Keeps a fault that {@link #admits} counted, at the current path. */
  final void note(JsonFault.Kind kind, String message) {
    note(kind, path(), message);
  }

  final void note(JsonFault.Kind kind, String path, String message) {
    if (faults != null) {
      faults.keep(new JsonFault(kind, path, message));
    }
  }

  /** The JSON Pointer of the value that was begun or read last. */
  final String path() {
    return frame == null ? "" : frame.path(text);
  }

  /** Whether faults that let the reading go on are left out. */
  final void mute(boolean on) {
    muted = on;
  }

  /** Whether a fault was found with which nothing can go on. */
  final boolean isBroken() {
    return broken;
  }

  /** How many faults were found, also beyond those that are kept. */
  final int faultTotal() {
    return faults == null ? 0 : faults.total();
  }

  /** Whether reading can go on, and nothing was found since there were so many faults. */
  final boolean isSoundSince(int total) {
    return !broken && faultTotal() == total;
  }

  /** Where the value begins that was begun or read last. */
  final int valueStart() {
    return Strings.spaceEnd(text, frame == null ? 0 : frame.valueFrom(text));
  }

  final @Nullable Faults faultsFound() {
    return faults;
  }
}
