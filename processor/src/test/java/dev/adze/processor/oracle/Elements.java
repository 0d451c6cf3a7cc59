package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What all types have in common that are arrays in JSON. */
final class Elements {
  private Elements() {}

  static Doc document(Walk walk, JavaType element, Sizes sizes) {
    return new Doc.Array(of(walk, element, sizes.any(walk)));
  }

  static List<Doc> of(Walk walk, JavaType element, int size) {
    List<Doc> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(walk.value(element));
    }
    return elements;
  }

  static Doc fault(Walk walk, boolean nullFits, JavaType element, Sizes sizes) {
    Dice dice = walk.dice();
    if (sizes.canBeWrong() && dice.chance(0.3)) {
      return walk.fault("size", new Doc.Array(of(walk, element, sizes.wrong(dice))));
    }
    if (element.isAnything() || dice.chance(0.6)) {
      return Faults.instead(walk, nullFits, Faults.Kind.ARRAY);
    }
    List<Doc> elements = of(walk, element, dice.between(1, 2));
    if (dice.chance(0.5)) {
      return walk.fault(
          "scalar for array",
          elements.get(0) instanceof Doc.Array ? Doc.object() : unwrapped(elements.get(0)));
    }
    elements.add(dice.below(elements.size() + 1), Doc.literal("null"));
    return walk.fault("null element", new Doc.Array(elements));
  }

  /** A document by itself, which is an array only if a fault made it one. */
  private static Doc unwrapped(Doc element) {
    return element.isMarked() ? Doc.literal("0") : element;
  }

  static boolean same(JsonNode given, JsonNode bound, JavaType element) {
    boolean same = given.isArray() && bound.isArray() && given.size() == bound.size();
    for (int i = 0; same && i < given.size(); i++) {
      same = element.same(given.get(i), bound.get(i));
    }
    return same;
  }
}
