package dev.adze.loop;

import java.time.Duration;

/** What the numbers that a user sets have to be. */
final class Settings {
  private Settings() {}

  static long positive(long value, String what) {
    if (value <= 0) {
      throw new IllegalArgumentException(what + " must be positive, but is " + value + ".");
    }
    return value;
  }

  static int notNegative(int value, String what) {
    if (value < 0) {
      throw new IllegalArgumentException(what + " must not be negative, but is " + value + ".");
    }
    return value;
  }

  static Duration positive(Duration value, String what) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(what + " must be positive, but is " + value + ".");
    }
    return value;
  }
}
