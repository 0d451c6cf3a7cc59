package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/** {@code char} and its box. */
final class CharFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type(draw.dice().pick("char", "Character"));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(String source) implements JavaType {
    @Override
    public String boxed() {
      return "Character";
    }

    @Override
    public Doc document(Walk walk) {
      String character =
          walk.dice().pick("a", "\u0000", "\"", "\\", "ß", "日", "\uffff", "\ud7ff", "\ue000", "\n");
      return Doc.literal(Spelling.string(walk.dice(), character));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      return switch (dice.below(3)) {
        case 0 -> Texts.illFormed(walk);
        case 1 ->
            walk.fault(
                "length", Spelling.string(dice, dice.pick("", "ab", "😀", "e\u0301", "a\n")));
        default -> Faults.instead(walk, nullFits, Faults.Kind.STRING);
      };
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
