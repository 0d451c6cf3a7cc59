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
              "\u2028",
              "\u2029",
              "\u0085",
              "\ud83d\ude00"));
    }
    return text.toString();
  }

  /** What may be said of something, by chance nothing. */
  static String description(Dice dice) {
    return dice.chance(0.5)
        ? ""
        : dice.pick(
            "How many.",
            "\"quoted\"",
            "C:\\new\\u0041",
            "ends in \\",
            "one\ntwo\r\nthree",
            " spaces around  ",
            "line\u2028paragraph\u2029",
            "tab\tand\u0000nul",
            "\"\"\" text block \\\"\"\"",
            "$T $L $$ %s",
            "*/ no comment",
            "größer, 日本, 😀");
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
