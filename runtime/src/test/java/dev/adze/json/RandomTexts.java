package dev.adze.json;

import java.util.Random;

/** Random texts of which about half are JSON, the others being so but for an edit or two. */
final class RandomTexts {
  private static final String INSERTED =
      "{}[]:,\"\\ \n0123456789-+.eEutrfalsn\0\uFEFF\u2028\uD83D\uDE00x'/";

  private RandomTexts() {}

  static String next(Random random) {
    return mutated(random, Node.json(random));
  }

  private static String mutated(Random random, String json) {
    StringBuilder text = new StringBuilder(json);
    for (int left = random.nextInt(3); left > 0 && text.length() > 0; left--) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(4));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
        case 2 -> text.setCharAt(at, INSERTED.charAt(random.nextInt(INSERTED.length())));
        case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
        case 4 -> text.setLength(at);
        default -> text.insert(at, ' ');
      }
    }
    return text.toString();
  }
}
