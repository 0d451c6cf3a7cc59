package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/** {@code boolean} and its box. */
final class BooleanFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type(draw.dice().pick("boolean", "Boolean"));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(String source) implements JavaType {
    @Override
    public String boxed() {
      return "Boolean";
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(walk.dice().pick("true", "false"));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return Faults.instead(walk, nullFits, Faults.Kind.BOOLEAN);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
