package dev.adze.processor.oracle;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code List}. */
final class ListFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return new Type(draw.type(), Sizes.draw(draw.dice(), 2));
  }

  static JavaType of(JavaType element) {
    return new Type(element, Sizes.ANY);
  }

  private record Type(JavaType element, Sizes sizes) implements JavaType {
    @Override
    public String source() {
      return sizes.annotation() + "List<" + element.boxed() + ">";
    }

    @Override
    public void declare(Set<String> declarations) {
      element.declare(declarations);
    }

    @Override
    public Doc document(Walk walk) {
      return Elements.document(walk, element, sizes);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return Elements.fault(walk, nullFits, element, sizes);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return Elements.same(given, bound, element);
    }
  }
}
