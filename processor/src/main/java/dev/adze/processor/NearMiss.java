package dev.adze.processor;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was probably meant where a name is written that there is not. */
final class NearMiss {
  private NearMiss() {}

  /** A question that names the nearest of some names, with a space before it; else empty. */
  static String hint(String name, Collection<String> known) {
    String near = question(name, known);
    return near.isEmpty() ? "" : " Did you mean " + near + "?";
  }

  /** The nearest of some names in quotation marks; else empty. */
  static String question(String name, Collection<String> known) {
    return nearest(name, known).map(near -> "\"" + near + "\"").orElse("");
  }

  /** The first of those that differ least, if that is in no more than a third of the letters. */
  private static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** How many letters have to be put in, left out or replaced; upper case costs nothing. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
