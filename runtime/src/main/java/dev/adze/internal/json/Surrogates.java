package dev.adze.internal.json;

/**
 * Halves of characters: a provider may send the two halves of an emoji in two chunks. UTF-8 cannot
 * hold a half, but JSON can as an escape.
 */
final class Surrogates {
  private Surrogates() {}

  /** JSON text in which every half on its own, which only a string can hold, is escaped. */
  static String escapeLone(String json) {
    int lone = nextLone(json, 0);
    if (lone < 0) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int copied = 0;
    for (; lone >= 0; lone = nextLone(json, copied)) {
      escaped.append(json, copied, lone).append(String.format("\\u%04x", (int) json.charAt(lone)));
      copied = lone + 1;
    }
    return escaped.append(json, copied, json.length()).toString();
  }

  private static int nextLone(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (Character.getType(c) == Character.SURROGATE) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }
}
