package dev.adze.processor.oracle;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** Integers and strings with the constraints of Jakarta Validation, which are read by name. */
final class ConstraintFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    Dice dice = draw.dice();
    return switch (dice.below(4)) {
      case 0, 1 -> integer(dice);
      case 2 -> name(dice);
      default ->
          dice.pick(
              new Text("@NotBlank String", "a", " a ", "\u0000", "\u200b", "😀")
                  .but("", " ", "\t\n", "\u00a0", "\u3000", "\u2028"),
              new Text("@NotEmpty String", " ", "a", "\u2029", "😀").but(""),
              new Text("@NotBlank @Size(max = 2) String", "a ", "\u2028a", "😀😀")
                  .but("", "  ", "abc", "\u2028"));
    };
  }

  /** A string of which not every text is one. */
  static JavaType name(Dice dice) {
    return dice.pick(
        new Text("@Size(min = 1, max = 3) String", "a", "ab", "abc", "😀😀😀", "é", "\u2028")
            .but("", "abcd", "😀😀😀😀", "e\u0301e\u0301"),
        new Text("@Pattern(regexp = \"[a-c]+|x.y\") String", "a", "abc", "x-y", "x😀y")
            .but("", "d", "ab ", "xy", " a", "a\n", "x\ny", "A", "ax-y", "x\u2028y"));
  }

  private static JavaType integer(Dice dice) {
    int min = dice.between(-50, 50);
    int max = min + dice.below(20);
    return switch (dice.below(6)) {
      case 0 -> integer(dice, "@Min(" + min + ") @Max(" + max + ") ", min, max);
      case 1 ->
          integer(
              dice,
              "@DecimalMin(\"%s\") @DecimalMax(\"%s\") ".formatted(min - 0.5, max + 0.25),
              min,
              max);
      case 2 ->
          integer(
              dice,
              "@DecimalMin(value = \"%d\", inclusive = false) ".formatted(min - 1)
                  + "@DecimalMax(value = \"%d.0\", inclusive = false) ".formatted(max + 1),
              min,
              max);
      case 3 -> integer(dice, "@Digits(integer = 2, fraction = 3) ", -99, 99);
      case 4 ->
          dice.chance(0.5)
              ? integer(dice, "@Positive @Max(9) ", 1, 9)
              : integer(dice, "@PositiveOrZero @Max(9) ", 0, 9);
      default ->
          dice.chance(0.5)
              ? integer(dice, "@Negative @Min(-9) ", -9, -1)
              : integer(dice, "@NegativeOrZero @Min(-9) ", -9, 0);
    };
  }

  private static JavaType integer(Dice dice, String annotations, int min, int max) {
    String source = dice.pick("int", "Integer", "long", "Short", "short", "BigInteger");
    String boxed =
        switch (source) {
          case "int" -> "Integer";
          case "long" -> "Long";
          case "short" -> "Short";
          default -> source;
        };
    return IntegerFamily.between(
        annotations + source,
        annotations + boxed,
        BigInteger.valueOf(min),
        BigInteger.valueOf(max));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Text(String source, String[] fitting, String[] others) implements JavaType {
    Text(String source, String... fitting) {
      this(source, fitting, new String[0]);
    }

    Text but(String... others) {
      return new Text(source, fitting, others);
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(Spelling.string(walk.dice(), walk.dice().pick(fitting)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return walk.dice().chance(0.4)
          ? Faults.instead(walk, nullFits, Faults.Kind.STRING)
          : walk.fault("constraint", Spelling.string(walk.dice(), walk.dice().pick(others)));
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
