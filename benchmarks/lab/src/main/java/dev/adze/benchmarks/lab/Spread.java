package dev.adze.benchmarks.lab;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * What many measurements of one thing come to.
 *
 * @param min the least
 * @param low the lower quartile
 * @param median the one in the middle
 * @param high the upper quartile
 */
record Spread(double min, double low, double median, double high) {
  static Spread of(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("A spread needs a value.");
    }
    int last = sorted.length - 1;
    return new Spread(
        sorted[0],
        sorted[(int) Math.round(last * 0.25)],
        sorted[(int) Math.round(last * 0.5)],
        sorted[(int) Math.round(last * 0.75)]);
  }

  /** As in {@code 1.05x (1.01-1.10)}. */
  String asRatio() {
    return String.format(Locale.ROOT, "%.2fx (%.2f-%.2f)", median, low, high);
  }

  /** As in {@code 69 (66)}: the median, and the least. */
  String asTime() {
    return Math.round(median) + " (" + Math.round(min) + ")";
  }

  @Override
  public String toString() {
    return Arrays.toString(new double[] {min, low, median, high});
  }
}
