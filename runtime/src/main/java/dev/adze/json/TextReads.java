package dev.adze.json;

import dev.adze.internal.Nearest;
import java.util.Arrays;
import java.util.List;

/** Reads strings, and strings that are one of a few. */
final class TextReads {
  private TextReads() {}

  static String string(Cursor in) {
    if (in.peek() != '"') {
      in.refuse("a string");
      return "";
    }
    int from = in.at + 1;
    int close = Strings.plainClose(in.text, from);
    if (close >= 0) {
      in.at = close + 1;
      return in.text.substring(from, close);
    }
    if (!in.string()) {
      return "";
    }
    String value = Strings.decode(in.text, from, in.at - 1);
    if (Strings.isWellFormed(value)) {
      return value;
    }
    in.noteIllFormed();
    return "";
  }

  static int oneOf(Cursor in, String[] names) {
    if (in.peek() != '"') {
      in.refuse(FaultText.oneOf(Arrays.asList(names)));
      return -1;
    }
    int quote = in.at;
    int close = Strings.plainClose(in.text, quote + 1);
    if (close < 0) {
      return spelledUnusually(in, names);
    }
    in.at = close + 1;
    int length = close - quote - 1;
    for (int i = 0; i < names.length; i++) {
      if (names[i].length() == length && in.text.startsWith(names[i], quote + 1)) {
        return i;
      }
    }
    return refused(in, quote, names);
  }

  /** Reads a name with escapes or surrogates in it, or a malformed one. */
  private static int spelledUnusually(Cursor in, String[] names) {
    int quote = in.at;
    if (!in.string()) {
      return -1;
    }
    int index = Arrays.asList(names).indexOf(Strings.decode(in.text, quote + 1, in.at - 1));
    return index >= 0 ? index : refused(in, quote, names);
  }

  private static int refused(Cursor in, int quote, String[] names) {
    if (in.admits()) {
      List<String> allowed = Arrays.asList(names);
      String nearest = Nearest.of(Strings.decode(in.text, quote + 1, in.at - 1), allowed);
      String message = FaultText.got(FaultText.oneOf(allowed), in.text, quote, in.at);
      in.note(JsonFault.Kind.NOT_ALLOWED, message + FaultText.hint(nearest));
    }
    return -1;
  }
}
