package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The faults that do not depend on more of a type than its JSON type. */
final class Faults {
  /** The types of JSON. */
  enum Kind {
    NULL,
    BOOLEAN,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT
  }

  private static final List<String> NO_JSON =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "01",
          "-01",
          "+1",
          ".5",
          "1.",
          "1e",
          "1e+",
          "-",
          "0x1F",
          "1_000",
          "1.2.3",
          "--1",
          "True",
          "nul",
          "nulll",
          "undefined",
          "'a'",
          "\"open",
          "\"\\x\"",
          "\"\\u12G4\"",
          "\"\\u12\"",
          "\"a\nb\"",
          "\"\t\"",
          "\"\u0000\"",
          "[1,]",
          "[,1]",
          "[1 2]",
          "{\"a\":1,}",
          "{a:1}",
          "{\"a\" 1}",
          "{\"a\"}",
          "{,}",
          "[}",
          "{]",
          "/* c */ 1",
          "1 // c",
          "\u00a01",
          "\f1",
          "\ufeff1");

  private Faults() {}

  /** A value of a type that is not the one expected, or no value at all. */
  static Doc instead(Walk walk, boolean nullFits, Kind expected) {
    Dice dice = walk.dice();
    if (dice.chance(0.1)) {
      return walk.fault("syntax", dice.pick(NO_JSON));
    }
    Set<Kind> others = EnumSet.complementOf(EnumSet.of(expected));
    if (nullFits) {
      others.remove(Kind.NULL);
    }
    Kind kind = dice.pick(new ArrayList<>(others));
    return walk.fault("type " + kind, any(dice, kind));
  }

  private static Doc any(Dice dice, Kind kind) {
    return switch (kind) {
      case NULL -> Doc.literal("null");
      case BOOLEAN -> Doc.literal(dice.pick("true", "false"));
      case NUMBER -> Doc.literal(dice.pick("0", "1", "-1", "1.5", "1e400", "2147483648"));
      case STRING -> Doc.literal(dice.pick("\"\"", "\"1\"", "\"true\"", "\"null\"", "\"{}\""));
      case ARRAY ->
          dice.chance(0.1)
              ? Doc.nested(dice.between(50, 90), Doc.literal("1"))
              : dice.pick(Doc.array(), Doc.array(Doc.literal("1")), Doc.array(Doc.array()));
      case OBJECT ->
          dice.pick(Doc.object(), Doc.object(new Doc.Member("\"a\"", Doc.literal("null"))));
    };
  }
}
