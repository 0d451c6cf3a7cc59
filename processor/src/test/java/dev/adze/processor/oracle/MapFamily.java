package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Maps whose names are any text or an enum. */
final class MapFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    JavaType names =
        switch (draw.dice().below(5)) {
          case 0, 1 -> EnumFamily.own(draw);
          case 2 -> ConstraintFamily.name(draw.dice());
          default -> new StringFamily().draw(draw);
        };
    return new Type(names, draw.type(), Sizes.draw(draw.dice(), 1));
  }

  /** Some names are too long, and some are there already. */
  private static final int MAX_TRIES = 100;

  private record Type(JavaType names, JavaType value, Sizes sizes) implements JavaType {
    @Override
    public String source() {
      return sizes.annotation() + "Map<" + names.boxed() + ", " + value.boxed() + ">";
    }

    @Override
    public void declare(Set<String> declarations) {
      names.declare(declarations);
      value.declare(declarations);
    }

    @Override
    public Doc document(Walk walk) {
      return new Doc.Members(members(walk, sizes.any(walk)));
    }

    private List<Doc.Member> members(Walk walk, int size) {
      List<Doc.Member> members = new ArrayList<>();
      Set<String> taken = new LinkedHashSet<>();
      for (int i = 0; i < MAX_TRIES && members.size() < size; i++) {
        String name = Json.text(names.document(Walk.valid(walk.dice())));
        // A longer name would be shortened in the path of a fault.
        if (name.length() <= 100 && taken.add(Json.read(name).stringValue())) {
          members.add(new Doc.Member(name, walk.value(value, isNamedByEnum())));
        }
      }
      return members;
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      if (sizes.canBeWrong() && dice.chance(0.3)) {
        List<Doc.Member> members = members(walk, sizes.wrong(dice));
        return sizes.allows(members.size())
            ? Faults.instead(walk, nullFits, Faults.Kind.OBJECT)
            : walk.fault("size", new Doc.Members(members));
      }
      List<Doc.Member> members = members(walk, dice.between(1, 2));
      return switch (dice.below(4)) {
        case 0 -> {
          members.add(dice.pick(members));
          yield walk.fault("duplicate", new Doc.Members(members));
        }
        case 1 -> {
          members.set(0, new Doc.Member(members.get(0).name(), Doc.literal("nul")));
          yield walk.fault("syntax of value", new Doc.Members(members));
        }
        case 2 -> {
          String name = names.source().equals("String") ? "\"\\uD83D\"" : "\"quite unknown\"";
          members.add(new Doc.Member(name, members.get(0).value()));
          yield walk.fault("propertyNames", new Doc.Members(members));
        }
        default -> Faults.instead(walk, nullFits, Faults.Kind.OBJECT);
      };
    }

    /** Whether null says that there is no such field. */
    private boolean isNamedByEnum() {
      return !names.source().endsWith("String");
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.isObject()
          && given.size() == bound.size()
          && given
              .propertyStream()
              .allMatch(one ->
                  bound.has(one.getKey()) && value.same(one.getValue(), bound.get(one.getKey())));
    }
  }
}
