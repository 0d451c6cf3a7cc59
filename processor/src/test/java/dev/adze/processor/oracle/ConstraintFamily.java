package dev.adze.processor.oracle;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/** Numbers and strings with the constraints of Jakarta Validation, which are read by name. */
final class ConstraintFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    Dice dice = draw.dice();
    int min = dice.between(-50, 50);
    int max = min + dice.below(20);
    String source = dice.pick("int", "Integer", "long", "short", "BigInteger");
    String boxed = source.equals("int") ? "Integer" : source.equals("long") ? "Long" : source;
    String range = "@Min(" + min + ") @Max(" + max + ") ";
    return switch (dice.below(4)) {
      case 0 ->
          IntegerFamily.between(
              range + source,
              range + (source.equals("short") ? "Short" : boxed),
              BigInteger.valueOf(min),
              BigInteger.valueOf(max));
      case 1 ->
          new Text("@Size(min = 1, max = 3) String", "a", "ab", "abc", "😀😀😀", "é")
              .but("", "abcd", "😀😀😀😀", "e\u0301e\u0301");
      case 2 ->
          new Text("@Pattern(regexp = \"[a-c]+|x.y\") String", "a", "abc", "x-y", "x😀y")
              .but("", "d", "ab ", "xy", " a", "a\n", "x\ny", "A", "ax-y");
      default ->
          new Text("@NotBlank String", "a", " a ", "\u0000", "\u200b", "😀")
              .but("", " ", "\t\n", "\u00a0", "\u3000");
    };
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
