package dev.adze.processor;

import com.palantir.javapoet.ParameterizedTypeName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The types of one schema that are written once, under {@code $defs}, and referred to: those that
 * contain themselves and the instances of generic ones. All others stand where they are used, which
 * every provider understands, as long as that does not make the schema explode.
 */
final class Definitions {
  /** As many types may be written out in a schema before repeated ones are shared. */
  private static final long MAX_WRITTEN_OUT = 500;

  private final boolean result;
  private final Set<Object> defined = new HashSet<>();
  private final Set<Object> repeated = new HashSet<>();
  private final Set<Object> open = new HashSet<>();
  private final Map<Object, Long> sizes = new HashMap<>();
  private final Map<Object, String> names = new HashMap<>();
  private final Map<String, Json> schemas = new LinkedHashMap<>();

  /**
   * Finds the types of a schema that are to be defined.
   *
   * @param roots what the schema holds
   * @param result whether it is one of a result
   */
  Definitions(List<Shape> roots, boolean result) {
    this.result = result;
    long size = 0;
    for (Shape root : roots) {
      size += visit(root);
    }
    if (size > MAX_WRITTEN_OUT) {
      defined.addAll(repeated);
    }
  }

  boolean areOfResult() {
    return result;
  }

  /** Visits a shape and answers how many types it would be written out. */
  private long visit(Shape given) {
    Shape shape = given.resolved();
    return shape instanceof ObjectShape || shape instanceof UnionShape
        ? visitNamed(shape)
        : visitParts(shape, 0);
  }

  private long visitNamed(Shape shape) {
    Object key = shape.key();
    if (open.contains(key)) {
      defined.add(key);
      return 1;
    }
    Long known = sizes.get(key);
    if (known != null) {
      repeated.add(key);
      return known;
    }
    open.add(key);
    long size = visitParts(shape, 1);
    open.remove(key);
    sizes.put(key, size);
    if (shape.type() instanceof ParameterizedTypeName) {
      defined.add(key);
    }
    return size;
  }

  private long visitParts(Shape shape, long itself) {
    long size = itself;
    for (Shape part : parts(shape)) {
      size = Math.min(Integer.MAX_VALUE, size + visit(part));
    }
    return size;
  }

  /** A branch is written out in its union, since it has one field more there. */
  private List<Shape> parts(Shape shape) {
    return shape instanceof UnionShape union
        ? union.branches().stream()
            .flatMap(branch -> Graph.parts(branch.object(), result).stream())
            .toList()
        : Graph.parts(shape, result);
  }

  boolean define(Shape shape) {
    return defined.contains(shape.key());
  }

  /**
   * The name of a type, which is defined if it is not yet.
   *
   * @param candidates names for it, the last of which is its own
   */
  String name(Shape shape, List<String> candidates, Supplier<Json> schema) {
    String known = names.get(shape.key());
    if (known != null) {
      return known;
    }
    String name = free(candidates);
    names.put(shape.key(), name);
    schemas.put(name, new Json.Null());
    schemas.put(name, schema.get());
    return name;
  }

  private String free(List<String> candidates) {
    for (String candidate : candidates) {
      if (!schemas.containsKey(candidate)) {
        return candidate;
      }
    }
    String last = candidates.get(candidates.size() - 1);
    int number = 2;
    while (schemas.containsKey(last + "_" + number)) {
      number++;
    }
    return last + "_" + number;
  }

  /** Adds what was defined to the schema that refers to it. */
  Json addTo(Json.Obj schema) {
    if (schemas.isEmpty()) {
      return schema;
    }
    Json.Obj all = Json.Obj.tallAndEmpty();
    schemas.forEach(all::with);
    return schema.with("$defs", all);
  }
}
