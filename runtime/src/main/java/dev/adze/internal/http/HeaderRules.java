package dev.adze.internal.http;

/** The rules for headers. OkHttp has the same, but its messages quote the value. */
final class HeaderRules {
  private HeaderRules() {}

  static String name(String name) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "A header's name must be a token of letters, digits and signs, but is \"" + name + "\".");
    }
    return name;
  }

  static String value(String name, String value) {
    String stripped = value.strip();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        throw new IllegalArgumentException(
            "A header's value must be printable ASCII, but that of \""
                + name
                + "\" has the character "
                + (int) c
                + " at "
                + i
                + ". Check how it was read.");
      }
    }
    return stripped;
  }
}
