package dev.adze.processor.oracle;

import java.util.List;
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
        : draw.declared(new Type(draw.typeName("Bean"), properties, draw.dice().chance(0.3)));
  }

  /**
   * A class.
   *
   * @param ignoring whether it has a property that is not on the wire
   */
  private record Type(String source, Slots properties, boolean ignoring) implements JavaType {
    private static final String IGNORED = "ignored";

    @Override
    public void declare(Set<String> declarations) {
      properties.declare(declarations);
      StringBuilder members = new StringBuilder();
      if (ignoring) {
        members.append(member("@JsonIgnore int " + IGNORED, "", "int", IGNORED));
      }
      properties.list().forEach(property -> members.append(member(property)));
      declarations.add("public static class " + source + " {\n" + members + "}");
    }

    private static String member(Slot property) {
      String type = property.javaType();
      String empty = type.replaceFirst("<.*", "").replaceFirst(".* ", "") + ".empty()";
      boolean optional = property.presence() == Slot.Presence.OPTIONAL;
      return member(
          property.declaration(), optional ? " = " + empty : "", type, property.javaName());
    }

    private static String member(String declaration, String start, String type, String name) {
      String accessor = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      return "  private %s%s;\n  public %s get%s() { return %s; }\n  public void set%s(%s %s) { this.%s = %s; }\n"
          .formatted(declaration, start, type, accessor, name, accessor, type, name, name, name);
    }

    @Override
    public Doc document(Walk walk) {
      return properties.document(walk);
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      if (ignoring && walk.dice().chance(0.2)) {
        List<Doc.Member> members = properties.members(walk);
        members.add(new Doc.Member("\"" + IGNORED + "\"", Doc.literal("1")));
        return walk.fault("an ignored property", new Doc.Members(members));
      }
      return properties.fault(walk, nullFits);
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return properties.same(given, bound);
    }
  }
}
