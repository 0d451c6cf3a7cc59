package dev.adze.processor.oracle;

/** Texts that decoders get wrong. */
final class Texts {
  private Texts() {}

  /** A well-formed text. */
  static String any(Dice dice) {
    if (dice.chance(0.02)) {
      return "long".repeat(dice.between(50, 500));
    }
    StringBuilder text = new StringBuilder();
    for (int parts = dice.below(4); parts > 0; parts--) {
      text.append(
          dice.pick(
              "a",
              "Z",
              "0",
              " ",
              "é",
              "e\u0301",
              "ß",
              "日本",
              "😀",
              "\ud83d\udc68\u200d\ud83d\udc69",
              "\u0000",
              "\u001f",
              "\n",
              "\t",
              "\"",
              "\\",
              "/",
              "\\u0041",
              "\u007f",
              "\ufeff",
              "\uffff",
              "null",
              "1",
              "<b>",
              "\u202e",
              "\ud83d\ude00"));
    }
    return text.toString();
  }

  /** A string with half of a surrogate pair. */
  static Doc illFormed(Walk walk) {
    return walk.fault(
        "surrogate",
        walk.dice()
            .pick(
                "\"\\uD83D\"",
                "\"\\uDE00\"",
                "\"a\\ud83db\"",
                "\"\\uDE00\\uD83D\"",
                "\"\\uD83D\\uD83D\\uDE00\"",
                "\"\ud83d\"",
                "\"\ude00a\"",
                "\"\\uD83D\\u0041\"",
                "\"\\uD83D\ud83d\""));
  }
}
