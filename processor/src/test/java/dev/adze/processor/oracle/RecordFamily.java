package dev.adze.processor.oracle;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Records. */
final class RecordFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.declared(
        new Type(draw.typeName("Record"), Slots.draw(draw, draw.dice().pick(0, 1, 2, 2, 3, 4, 6))));
  }

  private record Type(String source, Slots components) implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      components.declare(declarations);
      declarations.add("public record " + source + "(" + components.declaration() + ") {}");
    }

    @Override
    public Doc document(Walk walk) {
      return components.document(walk);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return components.fault(walk, nullFits);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return components.same(given, bound);
    }
  }
}
