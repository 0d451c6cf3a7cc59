package dev.adze.soak;

/** A promise that a run did not keep. */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }

  static void unless(boolean kept, String otherwise) {
    if (!kept) {
      throw new Violation(otherwise);
    }
  }

  static void unlessEmpty(String wrong) {
    unless(wrong.isEmpty(), wrong);
  }
}
