package dev.adze.processor.oracle;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Enums, with names on the wire that are their own or others. */
final class EnumFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    if (draw.dice().chance(0.1)) {
      List<String> days = Stream.of(DayOfWeek.values()).map(Enum::name).toList();
      return new Type("DayOfWeek", days, days, days);
    }
    return own(draw);
  }

  /** An enum of the owner's. */
  static JavaType own(TypeDraw draw) {
    List<String> constants = draw.javaNames(draw.dice().between(1, 5));
    List<String> wireNames = draw.wireNames(constants);
    List<String> declarations =
        IntStream.range(0, constants.size())
            .mapToObj(
                i -> Notes.name(draw.dice(), constants.get(i), wireNames.get(i)) + constants.get(i))
            .toList();
    return draw.declared(new Type(draw.typeName("Enum"), constants, wireNames, declarations));
  }

  @Override
  public boolean isLeaf() {
    return true;
  }

  private record Type(
      String source, List<String> constants, List<String> wireNames, List<String> written)
      implements JavaType {
    @Override
    public void declare(Set<String> declarations) {
      if (source.equals("DayOfWeek")) {
        return;
      }
      declarations.add("public enum " + source + " {" + String.join(", ", written) + "}");
    }

    @Override
    public Doc document(Walk walk) {
      return Doc.literal(Spelling.string(walk.dice(), walk.dice().pick(wireNames)));
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      Dice dice = walk.dice();
      String name = dice.pick(wireNames);
      String other =
          dice.pick(
              name.toUpperCase(Locale.ROOT),
              name.toLowerCase(Locale.ROOT),
              name + " ",
              " " + name,
              name + "\u0000",
              "",
              "0",
              name.substring(0, name.length() - 1),
              dice.pick(constants));
      return dice.chance(0.3) || wireNames.contains(other)
          ? Faults.instead(walk, nullFits, Faults.Kind.STRING)
          : walk.fault("enum", Spelling.string(dice, other));
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return given.equals(bound);
    }
  }
}
