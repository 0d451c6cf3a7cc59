package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The shapes of one owner that have code of their own, which its tools share: enums and records a
 * class each, loaded when it is first needed, and lists a pair of methods. In one owner a type has
 * one shape, so that the type identifies it.
 */
final class Codecs {
  private final Map<TypeName, Shape> shapes = new LinkedHashMap<>();
  private final Set<TypeName> read = new HashSet<>();
  private final Map<TypeName, String> names = new LinkedHashMap<>();
  private final GeneratedNames generated;

  /** Collects the shapes of an owner, in the order in which its tools need them. */
  Codecs(ToolClass owner) {
    for (ToolMethod tool : owner.tools()) {
      tool.arguments().forEach(argument -> collect(argument.shape(), true));
      tool.result().shape().ifPresent(shape -> collect(shape, false));
    }
    generated = new GeneratedNames(owner.generated(), referred(owner));
    shapes.forEach((type, shape) -> names.put(type, generated.codec(shape)));
  }

  private void collect(Shape shape, boolean isRead) {
    boolean shared =
        shape instanceof Shape.EnumShape
            || shape instanceof Shape.ListShape
            || shape instanceof Shape.RecordShape;
    if (!shared) {
      return;
    }
    boolean added = shapes.putIfAbsent(shape.type(), shape) == null;
    boolean readFirst = isRead && read.add(shape.type());
    if (added || readFirst) {
      shape.parts().forEach(part -> collect(part, isRead));
    }
  }

  private Set<ClassName> referred(ToolClass owner) {
    Set<ClassName> referred = new TreeSet<>(Set.of(owner.name()));
    owner.above().types().forEach(above -> referred.add(GeneratedName.of(above)));
    owner.tools().forEach(tool -> referred.add(tool.declaredIn()));
    for (TypeName type : shapes.keySet()) {
      if (type instanceof ClassName name) {
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

  /** The name of a shape's code: of its class, or what follows "read" and "write" in methods. */
  String name(Shape shape) {
    String name = names.get(shape.type());
    if (name == null) {
      throw new IllegalStateException("No code for " + shape);
    }
    return name;
  }

  /** Whether values of a shape come from the model, and do not only go to it. */
  boolean isRead(Shape shape) {
    return read.contains(shape.type());
  }
}
