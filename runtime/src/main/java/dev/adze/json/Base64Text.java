package dev.adze.json;

/** What {@link java.util.Base64} lets pass, and strict readers do not. */
final class Base64Text {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Text() {}

  /** Whether a text is padded, has no other characters, and is the only text of its bytes. */
  static boolean isStrict(String text) {
    int end = text.length();
    if (end % 4 != 0) {
      return false;
    }
    int padding = 0;
    while (padding < 2 && padding < end && text.charAt(end - 1 - padding) == '=') {
      padding++;
    }
    for (int i = 0; i < end - padding; i++) {
      if (!isLetter(text.charAt(i))) {
        return false;
      }
    }
    // Two letters in place of three or four carry 4 or 2 bits more than whole bytes have.
    int unused = padding == 0 ? 0 : (1 << (2 * padding)) - 1;
    return padding == 0 || (ALPHABET.indexOf(text.charAt(end - 1 - padding)) & unused) == 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
