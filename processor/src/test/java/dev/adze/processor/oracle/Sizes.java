package dev.adze.processor.oracle;

/**
 * How many members an array or a map may have.
 *
 * @param annotation what says so in Java; empty if any number fits
 */
record Sizes(String annotation, int min, int max) {
  static final Sizes ANY = new Sizes("", 0, Integer.MAX_VALUE);

  private static final int MOST = 3;

  /**
   * Draws limits, mostly none.
   *
   * @param leastMax the greatest lower limit that can surely be kept
   */
  static Sizes draw(Dice dice, int leastMax) {
    if (dice.chance(0.7)) {
      return ANY;
    }
    int min = dice.between(0, leastMax);
    int max = min + dice.below(3);
    return switch (dice.below(4)) {
      case 0 -> new Sizes("@NotEmpty ", 1, Integer.MAX_VALUE);
      case 1 -> new Sizes("@Size(min = " + min + ") ", min, Integer.MAX_VALUE);
      case 2 -> new Sizes("@Size(max = " + max + ") ", 0, max);
      default -> new Sizes("@Size(min = " + min + ", max = " + max + ") ", min, max);
    };
  }

  /** A size that fits. */
  int any(Walk walk) {
    int size = walk.isDeep() ? 0 : walk.dice().pick(0, 1, 1, 2, 2, 3);
    return Math.max(min, Math.min(max, size));
  }

  /** Whether there is a size that does not fit, which a test can afford to make. */
  boolean canBeWrong() {
    return min > 0 || max < MOST;
  }

  /** A size that does not fit. */
  int wrong(Dice dice) {
    boolean few = min > 0 && (max >= MOST || dice.chance(0.5));
    return few ? dice.below(min) : max + 1;
  }

  boolean allows(int size) {
    return size >= min && size <= max;
  }
}
