package dev.adze.processor;

/** How many elements or fields a value may have. */
record SizeLimits(int min, int max) {
  static final SizeLimits NONE = new SizeLimits(0, Integer.MAX_VALUE);

  SizeLimits and(int least, int greatest) {
    int from = Math.max(min, least);
    int to = Math.min(max, greatest);
    return new SizeLimits(from, to);
  }

  boolean isNone() {
    return min == 0 && max == Integer.MAX_VALUE;
  }

  boolean isEmpty() {
    return min > max;
  }

  boolean allows(int size) {
    return size >= min && size <= max;
  }

  /** The limits in words, such as "at least 1 element". */
  String describe(String noun) {
    String nouns = noun + (max == 1 || (max == Integer.MAX_VALUE && min == 1) ? "" : "s");
    if (min == max) {
      return "exactly " + min + " " + nouns;
    }
    if (max == Integer.MAX_VALUE) {
      return "at least " + min + " " + nouns;
    }
    return (min == 0 ? "at most " : "from " + min + " to ") + max + " " + nouns;
  }
}
