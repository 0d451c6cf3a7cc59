package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a string.
 *
 * @param length its length in code points
 * @param notBlank whether one character must not be white space
 * @param email whether it is an e-mail address, which is one of the patterns then
 * @param patterns regular expressions that match the whole of it
 */
record TextLimits(SizeLimits length, boolean notBlank, boolean email, List<Regex> patterns) {
  static final TextLimits NONE = new TextLimits(SizeLimits.NONE, false, false, List.of());

  TextLimits {
    patterns = List.copyOf(patterns);
  }

  boolean isNone() {
    return length.isNone() && !notBlank && !email && patterns.isEmpty();
  }

  /** Whether lengths alone leave no text. */
  boolean isEmpty() {
    return length.isEmpty() || (notBlank && length.max() == 0);
  }

  TextLimits withLength(int min, int max) {
    return new TextLimits(length.and(min, max), notBlank, email, patterns);
  }

  TextLimits asNotBlank() {
    return new TextLimits(length, true, email, patterns);
  }

  TextLimits asEmail() {
    return new TextLimits(length, notBlank, true, patterns);
  }

  TextLimits withPattern(Regex pattern) {
    List<Regex> all = new ArrayList<>(patterns);
    if (!all.contains(pattern)) {
      all.add(pattern);
    }
    return new TextLimits(length, notBlank, email, all);
  }

  boolean allow(String text) {
    return length.allows(text.codePointCount(0, text.length()))
        && !(notBlank && Regex.isBlank(text))
        && patterns.stream().allMatch(pattern -> pattern.matches(text));
  }

  /** What a string that fits is called instead of by its pattern; empty for nothing. */
  String meaning() {
    if (!email) {
      return "";
    }
    List<Regex> more = patterns.stream().filter(pattern -> !pattern.equals(Regex.EMAIL)).toList();
    return "an e-mail address" + (more.isEmpty() ? "" : " that matches " + pattern(more));
  }

  /** The limits in words, as the runtime has them. */
  String describe() {
    String meaning = meaning();
    StringBuilder text = new StringBuilder(meaning.isEmpty() ? "a string" : meaning);
    if (!length.isNone()) {
      text.append(" of ").append(length.describe("character"));
    }
    text.append(notBlank ? " that is not blank" : "");
    if (!patterns.isEmpty() && meaning.isEmpty()) {
      text.append(notBlank ? " and matches " : " that matches ").append(pattern());
    }
    return text.toString();
  }

  /** One search that finds what all patterns match as a whole; empty if there are none. */
  String pattern() {
    return patterns.isEmpty() ? "" : pattern(patterns);
  }

  private static String pattern(List<Regex> patterns) {
    StringBuilder search = new StringBuilder("^");
    int last = patterns.size() - 1;
    for (Regex pattern : patterns.subList(0, last)) {
      search.append("(?=(?:").append(pattern.text()).append(")$)");
    }
    return search.append("(?:").append(patterns.get(last).text()).append(")$").toString();
  }

  /** The schema's search, which knows no other way to say that a string is not blank. */
  String schemaPattern() {
    if (!notBlank) {
      return pattern();
    }
    return patterns.isEmpty() ? "\\S" : "^(?=[\\s\\S]*\\S)" + pattern().substring(1);
  }
}
