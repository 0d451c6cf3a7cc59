package dev.adze.processor.oracle;

/** Draws the annotations that name and describe something, ours or those of Jackson. */
final class Notes {
  private Notes() {}

  /** The name on the wire, if it is another than in Java. */
  static String name(Dice dice, String javaName, String wireName) {
    String annotation = dice.chance(0.3) ? "@JsonProperty(" : "@Name(";
    return javaName.equals(wireName) ? "" : annotation + Spelling.java(wireName) + ") ";
  }

  /** What is said of something without a default; nothing if it is blank. */
  static String description(Dice dice, String description) {
    String annotation = dice.chance(0.3) ? "@JsonPropertyDescription(" : "@Param(";
    return description.isBlank() ? "" : annotation + Spelling.java(description) + ") ";
  }

  /** A default and what is said; a string may be written without quotes. */
  static String defaultValue(Dice dice, JavaType type, String json, String description) {
    String text = json;
    if (json.startsWith("\"") && !type.isAnything() && dice.chance(0.5)) {
      String string = Json.read(json).stringValue();
      text = string.startsWith("\"") ? json : string;
    }
    String value = description.isEmpty() ? "" : "value = " + Spelling.java(description) + ", ";
    return "@Param(" + value + "defaultValue = " + Spelling.java(text) + ") ";
  }
}
