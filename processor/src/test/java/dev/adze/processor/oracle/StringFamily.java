package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/** {@code String}. */
final class StringFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type();
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type() implements JavaType {
    @Override
    public String source() {
      return "String";
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(Spelling.string(walk.dice(), Texts.any(walk.dice())));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return walk.dice().chance(0.25)
          ? Texts.illFormed(walk)
          : Faults.instead(walk, nullFits, Faults.Kind.STRING);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
