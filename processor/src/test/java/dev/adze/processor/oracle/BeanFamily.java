package dev.adze.processor.oracle;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Classes with a constructor without parameters, getters and setters. */
final class BeanFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    Slots drawn = Slots.draw(draw, draw.dice().between(1, 5));
    // Other names have no getter that gives them back.
    Slots properties =
        new Slots(
            drawn.list().stream()
                .filter(slot -> slot.javaName().matches("[a-z][a-z0-9]+"))
                .toList());
    return properties.list().isEmpty()
        ? new StringFamily().draw(draw)
        : draw.declared(new Type(draw.typeName("Bean"), properties));
  }

  private record Type(String source, Slots properties) implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      properties.declare(declarations);
      StringBuilder members = new StringBuilder();
      properties.list().forEach(property -> members.append(member(property)));
      declarations.add("public static class " + source + " {\n" + members + "}");
    }

    private static String member(Slot property) {
      String name = property.javaName();
      String accessor = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      return "  private %s%s;\n  public %s get%s() { return %s; }\n  public void set%s(%s %s) { this.%s = %s; }\n"
          .formatted(
              property.declaration(),
              property.presence() == Slot.Presence.OPTIONAL ? " = Optional.empty()" : "",
              property.javaType(),
              accessor,
              name,
              accessor,
              property.javaType(),
              name,
              name,
              name);
    }

    @Override
    public Doc document(Walk walk) {
      return properties.document(walk);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      return properties.fault(walk, nullFits);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return properties.same(given, bound);
    }
  }
}
