package dev.adze.json;

import dev.adze.internal.Nearest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads strings, and what strings stand for. */
final class TextReads {
  private static final String CHARACTER = "a string of one character up to U+FFFF";
  private static final String BASE64 = "a string of padded Base64";

  private TextReads() {}

  static String string(Cursor in) {
    return string(in, "a string");
  }

  private static String string(Cursor in, String expected) {
    if (in.peek() != '"') {
      in.refuse(expected);
      return "";
    }
    int from = in.at + 1;
    int close = Strings.plainClose(in.text, from);
    if (close >= 0) {
      in.at = close + 1;
      return in.text.substring(from, close);
    }
    int quote = Strings.quote(in.text, ~close);
    String decoded = quote < 0 ? null : Strings.decodeChecked(in.text, from, ~close, quote);
    if (decoded != null) {
      in.at = quote + 1;
      return decoded;
    }
    return spelledUnusually(in, from);
  }

  /** Reads a string with escaped surrogates in it, or a malformed one. */
  private static String spelledUnusually(Cursor in, int from) {
    if (!in.string()) {
      return "";
    }
    if (Strings.isWellFormed(in.text, from, in.at - 1)) {
      return Strings.decode(in.text, from, in.at - 1);
    }
    in.noteIllFormed();
    return "";
  }

  static String ruled(Cursor in, TextRule rule) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    String value = string(in, rule.expected());
    JsonFault.Kind fault = in.isSoundSince(before) ? rule.fault(value) : null;
    if (fault == null) {
      return value;
    }
    refused(in, fault, rule.expected(), from);
    return "";
  }

  static char character(Cursor in) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    String value = string(in, CHARACTER);
    if (!in.isSoundSince(before)) {
      return 0;
    }
    if (value.length() == 1) {
      return value.charAt(0);
    }
    refused(in, JsonFault.Kind.WRONG_LENGTH, CHARACTER, from);
    return 0;
  }

  static <T> @Nullable T formatted(Cursor in, TextFormat<T> format) {
    char c = in.peek();
    int from = in.at;
    T inPlace = c == '"' ? format.parseAt(in.text, from + 1) : null;
    if (inPlace != null) {
      in.at = in.text.indexOf('"', from + 1) + 1;
      return inPlace;
    }
    int before = in.faultTotal();
    String text = string(in, format.expected());
    if (!in.isSoundSince(before)) {
      return null;
    }
    if (!format.matches(text)) {
      refused(in, JsonFault.Kind.WRONG_FORMAT, format.expected(), from);
      return null;
    }
    T value = format.parse(text);
    if (value == null) {
      refused(in, JsonFault.Kind.NO_SUCH_VALUE, format.expected(), from);
    }
    return value;
  }

  static byte[] base64(Cursor in) {
    in.peek();
    int from = in.at;
    int before = in.faultTotal();
    String text = string(in, BASE64);
    if (in.isSoundSince(before) && !Base64Text.isStrict(text)) {
      refused(in, JsonFault.Kind.WRONG_FORMAT, BASE64, from);
      text = "";
    }
    return Base64.getDecoder().decode(text);
  }

  private static void refused(Cursor in, JsonFault.Kind kind, String expected, int from) {
    if (in.admits()) {
      in.note(kind, FaultText.got(expected, in.text, from, in.at));
    }
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
    int index =
        Walk.isWellFormed(in.text, quote)
            ? Arrays.asList(names).indexOf(Strings.decode(in.text, quote + 1, in.at - 1))
            : -1;
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
