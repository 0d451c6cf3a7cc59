package dev.adze.processor.oracle;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Records with a type parameter. */
final class GenericFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    JavaType drawn = draw.type();
    // Type arguments of a record take no constraints.
    JavaType argument = drawn.boxed().contains("@") ? new StringFamily().draw(draw) : drawn;
    String name = draw.typeName("Generic");
    Slots components =
        new Slots(
            List.of(
                Slot.plain("value", argument, Slot.Presence.REQUIRED),
                Slot.plain("more", ListFamily.of(argument), Slot.Presence.REQUIRED),
                Slot.plain("maybe", argument, Slot.Presence.OPTIONAL)));
    return draw.declared(new Type(name, argument, components));
  }

  private record Type(String name, JavaType argument, Slots components) implements JavaType {
    @Override
    public String source() {
      return name + "<" + argument.boxed() + ">";
    }

    @Override
    public void declare(Set<String> declarations) {
      argument.declare(declarations);
      declarations.add(
          "public record " + name + "<T>(T value, List<T> more, Optional<T> maybe) {}");
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
