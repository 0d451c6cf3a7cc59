package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices, the same for the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From 0 to one less than a bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From one number to another, both included. */
  int between(int least, int greatest) {
    return random.nextInt(least, greatest + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  long bits() {
    return random.nextLong();
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> shuffled = new ArrayList<>(list);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      T last = shuffled.get(i);
      int other = below(i + 1);
      shuffled.set(i, shuffled.get(other));
      shuffled.set(other, last);
    }
    return shuffled;
  }
}
