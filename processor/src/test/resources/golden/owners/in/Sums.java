package com.acme;

import dev.adze.annotation.Tool;

/** Needs no object, above or below. */
class Sums {
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

  /**
   * Adds three.
   *
   * @param a one number
   * @param b another
   * @param c one more
   */
  @Tool(name = "add_three")
  static long add(int a, int b, int c) {
    return (long) a + b + c;
  }

  static class Products extends Sums {
    /**
     * Multiplies.
     *
     * @param a one number
     * @param b another
     */
    @Tool
    static long multiply(int a, int b) {
      return (long) a * b;
    }
  }
}
