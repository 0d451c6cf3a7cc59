package dev.adze.processor;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that means the same to Java and to readers of JSON Schema (ECMA-262).
 *
 * @param text as it was written
 * @param java with what the two spell alike and mean differently spelled out for Java, as the
 *     runtime does
 */
record Regex(String text, String java) {
  /** The address of a mailbox: dot-separated words, and a domain of labels. */
  static final Regex EMAIL =
      new Regex(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  private Regex(String text) {
    this(text, text);
  }

  /** Says what is wrong with an expression, after "pattern ... ". */
  static final class UnsuitableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fault;

    UnsuitableException(String fault) {
      super(fault, null, false, false);
      this.fault = fault;
    }

    String fault() {
      return fault;
    }
  }

  static Regex of(String text) throws UnsuitableException {
    String java = new RegexReader(text).read();
    try {
      Pattern.compile(java);
    } catch (PatternSyntaxException e) {
      throw new UnsuitableException("is malformed: " + e.getDescription());
    }
    return new Regex(text, java);
  }

  private static final Pattern VISIBLE = Pattern.compile(RegexReader.VISIBLE);

  /** Whether a text is empty or white space, as ECMA-262 knows it. */
  static boolean isBlank(String text) {
    return !VISIBLE.matcher(text).find();
  }

  /** Whether a text matches, as far as the runtime looks: it refuses what takes it too long. */
  boolean matches(String value) {
    try {
      return Pattern.matches(java, new MeteredText(value));
    } catch (MeteredText.SpentException | StackOverflowError costly) {
      // Both come out of the matcher alone, which is thrown away: nothing is left half done.
      return false;
    }
  }
}
