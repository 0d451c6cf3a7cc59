package dev.adze.json;

import dev.adze.internal.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wording of faults. Whatever came from the text is shortened in them and made visible. */
final class FaultText {
  static final String DUPLICATE = "came before in this object; send it once";
  static final String DUPLICATE_ELEMENT = "came before in this array; send it once";
  static final String ILL_FORMED = "holds half of a surrogate pair; send whole characters";

  private static final int MAX_VALUE = 40;
  private static final int MAX_NAME = 100;
  private static final int MAX_MESSAGE = 1_000;
  private static final int MAX_LISTED = 20;

  private FaultText() {}

  /** What came: the JSON at a range of a text that was read without fault. */
  static String got(String expected, String text, int from, int to) {
    StringBuilder value = new StringBuilder(MAX_VALUE + 24);
    boolean inString = false;
    int i = from;
    for (; i < to && value.length() < MAX_VALUE; i++) {
      char c = text.charAt(i);
      if (inString || c > ' ') {
        value.append(c);
      }
      if (c == '"') {
        inString = !inString;
      } else if (c == '\\') {
        value.append(text.charAt(++i));
      }
    }
    if (i < to && Character.isLowSurrogate(text.charAt(i))) {
      value.append(text.charAt(i++));
    }
    String shown = visible(value.toString());
    if (i < to) {
      shown += "... (" + (to - from) + " characters)";
    }
    return "expected " + expected + "; got " + shown;
  }

  static String integer(long min, long max) {
    boolean anyMin = min == Integer.MIN_VALUE || min == Long.MIN_VALUE;
    boolean anyMax = max == Integer.MAX_VALUE || max == Long.MAX_VALUE;
    if (anyMin && anyMax) {
      return "an integer";
    }
    if (anyMax) {
      return "an integer of at least " + min;
    }
    return anyMin ? "an integer of at most " + max : integerBetween(min, max);
  }

  static String integerBetween(long min, long max) {
    return "an integer from " + min + " to " + max;
  }

  /**
   * A string that keeps a {@link TextRule}.
   *
   * @param meaning what stands for the pattern, if anything does
   */
  static String text(
      @Nullable String meaning,
      int minLength,
      int maxLength,
      boolean notBlank,
      @Nullable String pattern) {
    StringBuilder text = new StringBuilder(meaning == null ? "a string" : meaning);
    if (minLength > 0 || maxLength < Integer.MAX_VALUE) {
      text.append(" of ").append(count(minLength, maxLength, "character"));
    }
    text.append(notBlank ? " that is not blank" : "");
    if (pattern != null && meaning == null) {
      text.append(notBlank ? " and matches " : " that matches ").append(visible(pattern));
    }
    return text.toString();
  }

  static String size(int min, int max, String noun) {
    return "expected " + count(min, max, noun);
  }

  private static String count(int min, int max, String noun) {
    String nouns = noun + (max == 1 || (max == Integer.MAX_VALUE && min == 1) ? "" : "s");
    if (min == max) {
      return "exactly " + min + " " + nouns;
    }
    if (max == Integer.MAX_VALUE) {
      return "at least " + min + " " + nouns;
    }
    return (min <= 0 ? "at most " : "from " + min + " to ") + max + " " + nouns;
  }

  /** One of a few strings. */
  static String oneOf(List<String> names) {
    return names.size() == 1 ? quoted(names.get(0)) : "one of " + listed(names);
  }

  static String unknownField(String name, List<String> known) {
    String nearest = Nearest.of(name, known);
    if (nearest != null) {
      return "unknown field" + hint(nearest);
    }
    return known.isEmpty()
        ? "unknown field; this object has no fields"
        : "unknown field; the fields are " + listed(known);
  }

  static String wrongName(String expected, String name) {
    return "the name of this field must be " + expected + "; got " + quoted(name);
  }

  /** The part of a message that names what was probably meant. */
  static String hint(@Nullable String nearest) {
    return nearest == null ? "" : "; did you mean " + quoted(nearest) + "?";
  }

  private static String listed(List<String> names) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < names.size() && i < MAX_LISTED; i++) {
      list.append(i == 0 ? "" : ", ").append(quoted(names.get(i)));
    }
    int more = names.size() - MAX_LISTED;
    return more > 0 ? list + " and " + more + " more" : list.toString();
  }

  /** What stands at a place where something else should be. */
  static String malformed(String complaint, String text, int place) {
    String at = "malformed JSON at offset " + place + ": " + complaint;
    if (place == text.length()) {
      return at + "; the text ends there";
    }
    int end = text.offsetByCodePoints(place, 1);
    return at + "; got " + quoted(text.substring(place, end));
  }

  /** Text after the end of the value. */
  static String trailing(String text, int from) {
    return "text follows the value; got " + quoted(text.substring(from));
  }

  /** What user code says about a value that it refuses. */
  static String rejected(Throwable thrown) {
    String message = thrown.getMessage();
    if (message == null || message.isBlank()) {
      String type = thrown.getClass().getSimpleName();
      return type.isEmpty() ? thrown.getClass().getName() : type;
    }
    return visible(shortened(message, MAX_MESSAGE));
  }

  /** A name as a step of a JSON Pointer. */
  static String step(String name) {
    String shown = shortened(name, MAX_NAME).replace("~", "~0").replace("/", "~1");
    return Strings.isWellFormed(shown) ? shown : encodable(shown);
  }

  private static String quoted(String name) {
    return visible(new JsonWriter().value(shortened(name, MAX_NAME)).toString());
  }

  private static String shortened(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "... (" + text.length() + " characters)";
  }

  /** A text with U+FFFD for each half of a surrogate pair. */
  private static String encodable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
    }
    return out.toString();
  }

  /** A text in which everything that breaks a line or hides is escaped as in JSON. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int plain = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isHidden(c)) {
        out.append(text, plain, i);
        for (int unit = i; unit < next; unit++) {
          out.append("\\u").append(Integer.toHexString(0x10000 | text.charAt(unit)), 1, 5);
        }
        plain = next;
      }
      i = next;
    }
    return plain == 0 ? text : out.append(text, plain, text.length()).toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
