package dev.adze.processor;

/** How messages call a value and the values in it. */
final class Labels {
  private Labels() {}

  static String element(String of) {
    return "An element of " + inside(of);
  }

  static String value(String of) {
    return "A value of " + inside(of);
  }

  static String name(String of) {
    return "A name in " + inside(of);
  }

  /** A label where it does not begin the sentence. */
  static String inside(String label) {
    return Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }
}
