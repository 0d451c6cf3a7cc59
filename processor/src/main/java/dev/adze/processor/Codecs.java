package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the tools of one owner share. Shapes have code of their own: enums and records a class each,
 * loaded when it is first needed, and lists and maps a pair of methods. Limits have constants.
 */
final class Codecs {
  /** The class that holds the limits, so that they are made when the first is needed. */
  static final String RULES = "Rules";

  private final Map<Object, Shape> shapes = new LinkedHashMap<>();
  private final Map<Object, String> names = new LinkedHashMap<>();
  private final Set<Object> read = new HashSet<>();
  private final Set<Object> naming = new HashSet<>();
  private final Map<TypeName, Shape> written = new LinkedHashMap<>();
  private final Map<Object, String> rules = new LinkedHashMap<>();
  private final GeneratedNames generated;

  /** Collects the shapes of an owner, in the order in which its tools need them. */
  Codecs(ToolClass owner) {
    Map<Object, String> ruled = new LinkedHashMap<>();
    for (ToolMethod tool : owner.tools()) {
      tool.arguments().forEach(field -> collect(field.shape(), true, field.javaName(), ruled));
      tool.result().shape().ifPresent(shape -> collect(shape, false, "", ruled));
    }
    generated = new GeneratedNames(owner.generated(), referred(owner));
    shapes.forEach((key, shape) -> names.put(key, generated.codec(shape)));
    ruled.forEach((limits, field) -> rules.put(limits, generated.rule(field)));
  }

  /**
   * Collects a shape and those below it.
   *
   * @param field the name of the field that it belongs to
   * @param ruled takes limits, with the first field that has them
   */
  private void collect(Shape shape, boolean isRead, String field, Map<Object, String> ruled) {
    Object limits = limits(shape);
    if (isRead && limits != null) {
      ruled.putIfAbsent(limits, field);
    }
    if (!isShared(shape)) {
      return;
    }
    boolean added = shapes.putIfAbsent(shape.key(), shape) == null;
    boolean readFirst = isRead && read.add(shape.key());
    written.putIfAbsent(shape.type(), shape);
    if (!added && !readFirst) {
      return;
    }
    if (shape instanceof MapShape map && map.isNamedByEnum()) {
      naming.add(map.names().key());
    }
    if (shape instanceof Shape.RecordShape object) {
      object.fields().forEach(f -> collect(f.shape(), isRead, f.javaName(), ruled));
    } else {
      shape.parts().forEach(part -> collect(part, isRead, field, ruled));
    }
  }

  private static boolean isShared(Shape shape) {
    return shape instanceof Shape.EnumShape
        || shape instanceof Shape.ListShape
        || shape instanceof Shape.RecordShape
        || shape instanceof MapShape;
  }

  /** The limits for which the reader needs a rule, or null if it needs none. */
  private static @Nullable Object limits(Shape shape) {
    if (shape instanceof Shape.StringShape string) {
      return string.limits().isNone() ? null : string.limits();
    }
    if (shape instanceof Shape.NumberShape number) {
      return number.limits().isNone() ? null : number.limits();
    }
    return shape instanceof Shape.IntegerShape integer
            && integer.isBig()
            && !integer.limits().isNone()
        ? integer.limits()
        : null;
  }

  private Set<ClassName> referred(ToolClass owner) {
    Set<ClassName> referred = new TreeSet<>(Set.of(owner.name()));
    owner.above().types().forEach(above -> referred.add(GeneratedName.of(above)));
    owner.tools().forEach(tool -> referred.add(tool.declaredIn()));
    for (Shape shape : shapes.values()) {
      if (shape.type() instanceof ClassName name) {
        referred.add(name);
      }
    }
    return referred;
  }

  /** The names of everything in the owner's adapter. */
  GeneratedNames generated() {
    return generated;
  }

  Collection<Shape> shapes() {
    return shapes.values();
  }

  /** The limits that are rules, with the names of their constants. */
  Map<Object, String> rules() {
    return rules;
  }

  /** The name of the constant for limits. */
  String rule(Object limits) {
    return known(rules.get(limits), limits);
  }

  /** The name of a shape's code: of its class, or what follows "read" in its method. */
  String name(Shape shape) {
    return known(names.get(shape.key()), shape);
  }

  /** What follows "write" in the name of the method for a shape: all of one type share one. */
  String writeName(Shape shape) {
    return name(known(written.get(shape.type()), shape));
  }

  /** Whether a shape is the one that its type is written by. */
  boolean isWritten(Shape shape) {
    return shape.equals(written.get(shape.type()));
  }

  /** Whether values of a shape come from the model, and do not only go to it. */
  boolean isRead(Shape shape) {
    return read.contains(shape.key());
  }

  /** Whether an enum names the fields of a map. */
  boolean isNaming(Shape.EnumShape shape) {
    return naming.contains(shape.key());
  }

  private static <T> T known(@Nullable T found, Object sought) {
    if (found == null) {
      throw new IllegalStateException("No code for " + sought);
    }
    return found;
  }
}
