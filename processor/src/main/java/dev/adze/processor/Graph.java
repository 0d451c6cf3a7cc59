package dev.adze.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that shapes hold, each shape once however often and deep it holds itself. */
final class Graph {
  private final Map<Object, Shape> shapes = new LinkedHashMap<>();
  private final boolean result;

  private Graph(boolean result) {
    this.result = result;
  }

  /** Collects what a shape holds, and itself, as an argument or as a result. */
  static Graph of(Shape shape, boolean result) {
    Graph graph = new Graph(result);
    graph.add(shape);
    return graph;
  }

  private void add(Shape shape) {
    Shape resolved = shape.resolved();
    if (shapes.putIfAbsent(resolved.key(), resolved) == null) {
      parts(resolved, result).forEach(this::add);
    }
  }

  Collection<Shape> shapes() {
    return shapes.values();
  }

  boolean has(Predicate<Shape> wanted) {
    return shapes.values().stream().anyMatch(wanted);
  }

  /** What a shape holds as an argument or as a result. */
  static List<Shape> parts(Shape shape, boolean result) {
    return shape instanceof ObjectShape object
        ? object.fields(result).stream().map(Field::shape).toList()
        : shape.parts();
  }

  /** Whether objects of the user are made for its values. */
  static boolean isBuilt(Shape shape) {
    return of(shape, false).has(ObjectShape.class::isInstance);
  }

  /** Whether it has a value that does not hold another of it, and so on without end. */
  static boolean isFinite(Shape shape, boolean result) {
    Set<Object> finite = new HashSet<>();
    Collection<Shape> all = of(shape, result).shapes();
    for (boolean more = true; more; ) {
      more = false;
      for (Shape candidate : all) {
        more |= hasValue(candidate, result, finite) && finite.add(candidate.key());
      }
    }
    return finite.contains(shape.key());
  }

  private static boolean hasValue(Shape shape, boolean result, Set<Object> finite) {
    if (shape instanceof ObjectShape object) {
      return object.fields(result).stream()
          .allMatch(field -> !field.isRequired() || finite.contains(field.shape().key()));
    }
    if (shape instanceof Shape.ListShape list) {
      return list.size().min() == 0 || finite.contains(list.element().key());
    }
    if (shape instanceof MapShape map) {
      return map.size().min() == 0 || finite.contains(map.value().key());
    }
    return !(shape instanceof UnionShape union)
        || union.branches().stream().anyMatch(b -> finite.contains(b.shape().key()));
  }
}
