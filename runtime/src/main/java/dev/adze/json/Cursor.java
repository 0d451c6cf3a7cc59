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

  /** The bit of {@link #seen} which says that an object's first member was asked for. */
  static final int BEGUN = 1 << JsonFields.MAX_BITS;

  final String text;

  /** The next character to read. */
  int at;

  /** The fields of the innermost open container, or what stands for another kind of it. */
  JsonFields container = JsonFields.NONE;

  /**
   * What of it came. An array: how many elements. An object: the bit BEGUN, and the known fields as
   * bits; if those do not fit, the field that comes next if the text keeps to the declared order.
   */
  int seen;

  private @Nullable Nest nest;

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

  /** Opens a container if its bracket comes next, else one that is absent. */
  final void open(char bracket, JsonFields fields, String expected) {
    JsonFields entered = fields;
    if (peek() != bracket) {
      refuse(expected);
      entered = JsonFields.ABSENT;
    } else if (depth() == MAX_DEPTH) {
      fatal(JsonFault.Kind.TOO_DEEP, "nested too deep; at most " + MAX_DEPTH + " levels are read");
      entered = JsonFields.ABSENT;
    } else {
      at++;
    }
    if (container != JsonFields.NONE) {
      nest().push(container, seen);
    } else if (entered == JsonFields.ARRAY || entered == JsonFields.MAP) {
      // Its size will be asked for.
      nest();
    }
    container = entered;
    seen = 0;
  }

  /** Steps out of the innermost container. */
  final void close() {
    Nest outer = nest;
    if (outer != null) {
      outer.leave(container, seen);
      if (outer.depth() > 0) {
        outer.pop();
        container = outer.container();
        seen = outer.seen();
        return;
      }
    }
    container = JsonFields.NONE;
    seen = 0;
  }

  /** How many containers are open. */
  final int depth() {
    if (container == JsonFields.NONE) {
      return 0;
    }
    return nest == null ? 1 : nest.depth() + 1;
  }

  final Nest nest() {
    Nest kept = nest;
    if (kept == null) {
      kept = new Nest();
      nest = kept;
    }
    return kept;
  }

  /** Moves to the next member of the innermost container; false at its end. */
  final boolean more(char bracket) {
    char c = peek();
    if (c == bracket) {
      at++;
      return false;
    }
    if (seen == 0) {
      return !isBroken();
    }
    if (c != ',') {
      malformed("expected \",\" or \"" + bracket + "\"", at);
      return false;
    }
    at++;
    return true;
  }

  /** Steps over a name and its colon, and answers where its quote is; negative after a fault. */
  final int name() {
    if (peek() != '"') {
      malformed("expected a field name in double quotes", at);
      return -1;
    }
    int quote = at;
    return string() && colon() ? quote : -1;
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
    if (isBroken() || !admits()) {
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
    if (!isBroken()) {
      fatal(JsonFault.Kind.SYNTAX, FaultText.malformed(complaint, text, place));
    }
  }

  private void fatal(JsonFault.Kind kind, String message) {
    Faults found = nest().begunFaults();
    found.muted = false;
    if (found.admits()) {
      note(kind, message);
    }
    found.endAt(at);
    at = text.length();
  }

  /** Counts a fault and answers whether it is worth its message: there may be millions. */
  final boolean admits() {
    return nest().begunFaults().admits();
  }

  /** Keeps a fault that {@link #admits} counted, at the current path. */
  final void note(JsonFault.Kind kind, String message) {
    note(kind, path(), message);
  }

  final void note(JsonFault.Kind kind, String path, String message) {
    nest().begunFaults().keep(new JsonFault(kind, path, message));
  }

  /** The JSON Pointer of the value that was begun or read last. */
  final String path() {
    return trail().path();
  }

  /** Where the value begins that was begun or read last. */
  final int valueStart() {
    return trail().valueStart();
  }

  private Trail trail() {
    return Trail.to(text, nest().begunFaults().readTo(at));
  }

  /** Whether faults that let the reading go on are left out. */
  final void mute(boolean on) {
    nest().begunFaults().muted = on;
  }

  /** Whether a fault was found with which nothing can go on. */
  final boolean isBroken() {
    Faults found = faultsFound();
    return found != null && found.areFatal();
  }

  /** How many faults were found, also beyond those that are kept. */
  final int faultTotal() {
    Faults found = faultsFound();
    return found == null ? 0 : found.total();
  }

  /** Whether reading can go on, and nothing was found since there were so many faults. */
  final boolean isSoundSince(int total) {
    return !isBroken() && faultTotal() == total;
  }

  final @Nullable Faults faultsFound() {
    return nest == null ? null : nest.faults();
  }
}
