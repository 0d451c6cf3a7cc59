package acme;

import dev.adze.annotation.Tool;

/** An owner that needs no object. */
final class Sums {
  private Sums() {}

  /**
   * Adds.
   *
   * @param a one number
   * @param b another
   */
  @Tool
  static long add(int a, int b) {
    return (long) a + b;
  }

  /** A nested owner. */
  enum Step {
    UP,
    DOWN {
      @Override
      int by() {
        return -1;
      }
    };

    /** Says which way. */
    @Tool
    int by() {
      return 1;
    }
  }
}
