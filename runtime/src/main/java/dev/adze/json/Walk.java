package dev.adze.json;

/** Steps over whole values of any form, strictly checked. It does not recurse. */
final class Walk {
  private Walk() {}

  static void over(Cursor in) {
    int outside = in.depth();
    step(in);
    while (in.depth() > outside) {
      if (in.container == JsonFields.MAP ? field(in) : element(in)) {
        step(in);
      }
    }
  }

  /** Steps over a value that is a fault as a whole: what else is wrong in it would be noise. */
  static void overMuted(Cursor in) {
    in.mute(true);
    over(in);
    in.mute(false);
  }

  /** A range of a text without fault, with the white space between its tokens taken out. */
  static String compact(String text, int from, int to) {
    StringBuilder out = null;
    boolean inString = false;
    int kept = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inString = !inString;
      } else if (inString && c == '\\') {
        i++;
      } else if (!inString && c <= ' ') {
        out = out == null ? new StringBuilder(to - from) : out;
        out.append(text, kept, i);
        kept = i + 1;
      }
    }
    return out == null ? text.substring(from, to) : out.append(text, kept, to).toString();
  }

  /** Steps over a scalar, or into a container. */
  private static void step(Cursor in) {
    char c = in.peek();
    switch (c) {
      case '{' -> in.open('{', JsonFields.MAP, "an object");
      case '[' -> in.open('[', JsonFields.ARRAY, "an array");
      case '"' -> {
        int quote = in.at;
        if (in.string()) {
          checkWellFormed(in, quote);
        }
      }
      default -> {
        if (c == '-' || Numbers.isDigit(c)) {
          in.number();
        } else if (!in.word("true") && !in.word("false") && !in.word("null")) {
          in.malformed("expected a value", in.at);
        }
      }
    }
  }

  /** Moves to the next element; false at the array's end, which closes it. */
  static boolean element(Cursor in) {
    if (in.container == JsonFields.ARRAY && in.more(']')) {
      in.seen++;
      return true;
    }
    in.close();
    return false;
  }

  /** Moves to the next field of an object that may have any; false at its end, which closes it. */
  private static boolean field(Cursor in) {
    int quote = in.more('}') ? in.name() : -1;
    if (quote < 0) {
      in.close();
      return false;
    }
    in.seen |= Cursor.BEGUN;
    checkWellFormed(in, quote);
    if (!in.nest().mark(Strings.literal(in.text, quote)) && in.admits()) {
      in.note(JsonFault.Kind.DUPLICATE_FIELD, FaultText.DUPLICATE);
    }
    return true;
  }

  private static void checkWellFormed(Cursor in, int quote) {
    if (!isWellFormed(in.text, quote)) {
      in.noteIllFormed();
    }
  }

  /** Whether the literal that begins at a quote is text that can be encoded as UTF-8. */
  static boolean isWellFormed(String text, int quote) {
    int from = quote + 1;
    return Strings.plainClose(text, from) >= 0
        || Strings.isWellFormed(text, from, Strings.close(text, from));
  }
}
