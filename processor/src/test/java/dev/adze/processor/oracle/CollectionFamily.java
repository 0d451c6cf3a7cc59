package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code Set} and {@code Collection}. */
final class CollectionFamily implements Family {
  @Override
  public JavaType draw(TypeDraw draw) {
    boolean isSet = draw.dice().chance(0.7);
    // Of some types there are no two values.
    return new Type(draw.type(), isSet, Sizes.draw(draw.dice(), isSet ? 1 : 2));
  }

  private record Type(JavaType element, boolean isSet, Sizes sizes) implements JavaType {
    @Override
    public String source() {
      return sizes.annotation() + (isSet ? "Set<" : "Collection<") + element.boxed() + ">";
    }

    @Override
    public void declare(Set<String> declarations) {
      element.declare(declarations);
    }

    @Override
    public Doc document(Walk walk) {
      List<Doc> elements = Elements.of(walk, element, sizes.any(walk));
      return new Doc.Array(isSet && walk.faults().isEmpty() ? different(elements) : elements);
    }

    /** Without those that are the same as one before, however they are spelled. */
    private List<Doc> different(List<Doc> elements) {
      List<Doc> different = new ArrayList<>();
      List<JsonNode> values = new ArrayList<>();
      for (Doc each : elements) {
        JsonNode value = Json.read(Json.text(each));
        if (values.stream().noneMatch(one -> element.same(one, value) || Json.equal(one, value))) {
          different.add(each);
          values.add(value);
        }
      }
      return different;
    }

    @Override
    public Doc fault(Walk walk, boolean nullFits) {
      if (!isSet) {
        return Elements.fault(walk, nullFits, element, sizes);
      }
      if (walk.dice().chance(0.5)) {
        List<Doc> elements = new ArrayList<>(Elements.of(walk, element, walk.dice().between(1, 3)));
        Doc again = walk.dice().pick(elements);
        elements.add(walk.dice().below(elements.size() + 1), respelled(again));
        return walk.fault("uniqueItems", new Doc.Array(elements));
      }
      // A set that is too great may have duplicates instead.
      return Elements.fault(walk, nullFits, element, sizes);
    }

    /** The same value, spelled in another way if that is easily done. */
    private static Doc respelled(Doc doc) {
      if (doc instanceof Doc.Array array) {
        return new Doc.Array(array.elements().stream().map(Type::respelled).toList());
      }
      if (doc instanceof Doc.Members object) {
        List<Doc.Member> reversed = new ArrayList<>();
        object
            .members()
            .forEach(m -> reversed.add(0, new Doc.Member(m.name(), respelled(m.value()))));
        return new Doc.Members(reversed);
      }
      if (doc instanceof Doc.Literal literal && literal.text().matches("-?[0-9]+(\\.[0-9]+)?")) {
        return Doc.literal(literal.text() + (literal.text().contains(".") ? "0" : ".0"));
      }
      return doc;
    }

    @Override
    public boolean same(JsonNode given, JsonNode bound) {
      return isSet
          ? given.size() == bound.size() && given.valueStream().allMatch(one -> isIn(bound, one))
          : Elements.same(given, bound, element);
    }

    private boolean isIn(JsonNode set, JsonNode value) {
      return set.valueStream().anyMatch(one -> element.same(one, value));
    }
  }
}
