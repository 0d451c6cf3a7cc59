package dev.adze.processor.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** {@code Set} and {@code Collection}. */
final class CollectionFamily implements Family {
  private static final List<String> WITHOUT_VALUE_EQUALITY =
      List.of("[]", "static class", "BigDecimal", "Object");

  @Override
  public JavaType draw(TypeDraw draw) {
    JavaType element = draw.type();
    return new Type(element, hasValueEquality(element) && draw.dice().chance(0.7));
  }

  /** Whether equals finds the values the same that are the same in JSON, so that a Set can. */
  private static boolean hasValueEquality(JavaType type) {
    Set<String> sources = new LinkedHashSet<>(Set.of(type.source()));
    type.declare(sources);
    return sources.stream()
        .noneMatch(source -> WITHOUT_VALUE_EQUALITY.stream().anyMatch(source::contains));
  }

  private record Type(JavaType element, boolean isSet) implements JavaType {
    @Override
    public String source() {
      return (isSet ? "Set<" : "Collection<") + element.boxed() + ">";
    }

    @Override
    public void declare(Set<String> declarations) {
      element.declare(declarations);
    }

    @Override
    public Doc document(Walk walk) {
      List<Doc> elements = Elements.of(walk, element, Elements.size(walk));
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
      if (!isSet || walk.dice().chance(0.5)) {
        return Elements.fault(walk, nullFits, element);
      }
      List<Doc> elements = new ArrayList<>(Elements.of(walk, element, walk.dice().between(1, 3)));
      Doc again = walk.dice().pick(elements);
      elements.add(walk.dice().below(elements.size() + 1), respelled(again));
      return walk.fault("uniqueItems", new Doc.Array(elements));
    }

    /** The same value, spelled in another way if it is a plain integer. */
    private static Doc respelled(Doc doc) {
      return doc instanceof Doc.Literal literal && literal.text().matches("-?[0-9]+")
          ? Doc.literal(literal.text() + ".0")
          : doc;
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
