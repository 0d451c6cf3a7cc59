package dev.adze.processor;

/**
 * A text of which only so many characters can be looked at, as many as the runtime looks at. Some
 * regular expressions try exponentially many ways to match; every way looks at characters.
 */
final class MeteredText implements CharSequence {
  private static final long LEAST_LOOKS = 1_000_000;
  private static final long LOOKS_PER_CHARACTER = 100;

  private final String text;
  private long left;

  MeteredText(String text) {
    this.text = text;
    left = Math.max(LEAST_LOOKS, LOOKS_PER_CHARACTER * text.length());
  }

  @Override
  public char charAt(int index) {
    if (--left < 0) {
      throw new SpentException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Leaves a matcher that has looked too often: there is no other way to stop one. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SpentException() {
      super(null, null, false, false);
    }
  }
}
