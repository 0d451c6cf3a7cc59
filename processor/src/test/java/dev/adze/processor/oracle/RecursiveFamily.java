package dev.adze.processor.oracle;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Records that hold themselves. */
final class RecursiveFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    return draw.declared(new Type(draw.typeName("Recursive"), draw.type()));
  }

  private static final class Type implements JavaType {
    private final String name;
    private final Slots components;

    Type(String name, JavaType value) {
      this.name = name;
      this.components =
          new Slots(
              List.of(
                  Slot.plain("value", value, Slot.Presence.OPTIONAL),
                  Slot.plain("parts", ListFamily.of(this), Slot.Presence.REQUIRED),
                  Slot.plain("next", this, Slot.Presence.OPTIONAL)));
    }

    @Override
    public String source() {
      return name;
    }

    @Override
    public void declare(Set<String> declarations) {
      String declaration = "public record " + name + "(" + components.declaration() + ") {}";
      if (declarations.add(declaration)) {
        components.declare(declarations);
      }
    }

    @Override
    public Doc document(Walk walk) {
      return components.document(walk);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return walk.dice().chance(0.2)
          ? walk.fault("depth", tooDeep(walk.dice()))
          : components.fault(walk, nullFits);
    }

    private static Doc tooDeep(Dice dice) {
      Doc.Member none = new Doc.Member("\"parts\"", Doc.array());
      return Stream.iterate(
              Doc.object(none), inner -> Doc.object(none, new Doc.Member("\"next\"", inner)))
          .skip(dice.between(65, 90))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return components.same(given, bound);
    }
  }
}
