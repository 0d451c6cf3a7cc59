package dev.adze.json;

import dev.adze.internal.Nearest;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out which branch of a union an object is, by the field that names it. What it looks at on
 * the way is not checked: whoever reads the object does that.
 */
final class BranchReads {
  private static final int NONE = -1;

  private BranchReads() {}

  static int branch(Cursor in, String property, String[] names) {
    int object = in.peek() == '{' ? in.at : NONE;
    int value = object == NONE ? NONE : find(in.text, object, property);
    if (value != NONE && in.text.charAt(value) == '"') {
      int close = Strings.close(in.text, value + 1);
      int index = close < 0 ? NONE : indexOf(names, in.text, value + 1, close);
      if (index >= 0) {
        return index;
      }
    }
    if (object == NONE) {
      in.refuse("an object");
      return NONE;
    }
    Walk.overMuted(in);
    if (!in.isBroken() && in.admits()) {
      note(in, property, Arrays.asList(names), value);
    }
    return NONE;
  }

  private static int indexOf(String[] names, String text, int from, int to) {
    String name = Strings.decode(text, from, to);
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return NONE;
  }

  /** Notes what is wrong with the naming field of an object that was read without fault. */
  private static void note(Cursor in, String property, List<String> names, int value) {
    String path = in.path() + '/' + FaultText.step(property);
    String expected = FaultText.oneOf(names);
    if (value == NONE) {
      in.note(JsonFault.Kind.MISSING, path, "missing; expected " + expected);
      return;
    }
    int end = valueEnd(in.text, value);
    switch (in.text.charAt(value)) {
      case 'n' -> in.note(JsonFault.Kind.NULL, path, "must not be null; expected " + expected);
      case '"' -> {
        String nearest = Nearest.of(Strings.decode(in.text, value + 1, end - 1), names);
        String message = FaultText.got(expected, in.text, value, end) + FaultText.hint(nearest);
        in.note(JsonFault.Kind.NOT_ALLOWED, path, message);
      }
      default ->
          in.note(JsonFault.Kind.WRONG_TYPE, path, FaultText.got(expected, in.text, value, end));
    }
  }

  /** Where the value of an object's first field of a name begins, or NONE. */
  private static int find(String text, int object, String property) {
    int at = object;
    do {
      int quote = Strings.spaceEnd(text, at + 1);
      int close = isAt(text, quote, '"') ? Strings.close(text, quote + 1) : NONE;
      int colon = close < 0 ? NONE : Strings.spaceEnd(text, close + 1);
      if (colon == NONE || !isAt(text, colon, ':')) {
        return NONE;
      }
      int value = Strings.spaceEnd(text, colon + 1);
      if (isNamed(text, quote + 1, close, property)) {
        return value < text.length() ? value : NONE;
      }
      at = Strings.spaceEnd(text, valueEnd(text, value));
    } while (isAt(text, at, ','));
    return NONE;
  }

  private static boolean isNamed(String text, int from, int to, String name) {
    if (text.startsWith(name, from) && from + name.length() == to) {
      return true;
    }
    // An escape makes a name longer, never shorter.
    return to - from > name.length() && Strings.decode(text, from, to).equals(name);
  }

  private static boolean isAt(String text, int place, char c) {
    return place < text.length() && text.charAt(place) == c;
  }

  /** Where a value ends, brackets being counted and nothing else checked. */
  private static int valueEnd(String text, int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> {
          i = Strings.close(text, i + 1);
          if (i < 0) {
            return text.length();
          }
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          depth--;
          if (depth <= 0) {
            return depth == 0 ? i + 1 : i;
          }
        }
        case ',', ' ', '\n', '\r', '\t' -> {
          if (depth == 0) {
            return i;
          }
        }
        default -> {
          // Part of a number or a word.
        }
      }
    }
    return text.length();
  }
}
