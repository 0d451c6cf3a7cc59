package dev.adze.processor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTML entities that comments are likely to hold. */
final class Entities {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("euro", "\u20ac"),
          Map.entry("copy", "\u00a9"),
          Map.entry("deg", "\u00b0"),
          Map.entry("times", "\u00d7"),
          Map.entry("le", "\u2264"),
          Map.entry("ge", "\u2265"));

  private Entities() {}

  /** The text of an entity such as {@code lt} or {@code #8212}, or null if it is unknown. */
  static @Nullable String resolve(String entity) {
    if (!entity.startsWith("#")) {
      return ENTITIES.get(entity);
    }
    boolean hex = Character.toLowerCase(entity.charAt(1)) == 'x';
    String digits = entity.substring(hex ? 2 : 1);
    if (digits.length() > 6) {
      return null;
    }
    int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : null;
  }
}
