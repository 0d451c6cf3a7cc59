package dev.adze.internal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses which of a few names was meant by one that is none of them. */
public final class Nearest {
  /** Longer names are not compared: the cost grows with the square of the length. */
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The name with the fewest edits, the first one of equals; null if none is near. Letter case and
   * the signs between words count as nothing, and a third of the letters may differ.
   */
  public static @Nullable String of(String name, List<String> names) {
    if (name.length() > LONGEST) {
      return null;
    }
    String wanted = letters(name);
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : names) {
      if (candidate.length() > LONGEST) {
        continue;
      }
      String letters = letters(candidate);
      int edits = edits(wanted, letters);
      if (edits < fewest && edits <= Math.max(wanted.length(), letters.length()) / 3) {
        nearest = candidate;
        fewest = edits;
      }
    }
    return nearest;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  /** The Levenshtein distance, one row of its table at a time. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
      }
    }
    return row[b.length()];
  }
}
