package dev.adze.processor.oracle;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Arrays, of primitives too. */
final class ArrayFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    JavaType component = draw.type();
    // Java has no arrays of parameterized types without a warning, and byte[] is another family.
    boolean possible =
        !component.source().contains("<")
            && !component.source().contains("@")
            && !component.source().equals("byte");
    return possible ? new Type(component, Sizes.draw(draw.dice(), 2)) : component;
  }

  private record Type(JavaType component, Sizes sizes) implements JavaType {
    @Override
    public String source() {
      return sizes.annotation() + component.source() + "[]";
    }

    /** On a type, an annotation before the component would mean that. */
    @Override
    public String boxed() {
      return JavaType.annotatedArray(component.source() + "[]", sizes.annotation());
    }

    @Override
    public String nullable() {
      return sizes.annotation() + JavaType.annotatedArray(component.source() + "[]", "@Nullable ");
    }

    @Override
    public void declare(Set<String> declarations) {
      component.declare(declarations);
    }

    @Override
    public Doc document(Walk walk) {
      return Elements.document(walk, component, sizes);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return Elements.fault(walk, nullFits, component, sizes);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return Elements.same(given, bound, component);
    }
  }
}
