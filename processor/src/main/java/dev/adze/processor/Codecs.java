package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shapes of one owner that its tools share code for: enums and records in a class each, which
 * is loaded when it is first needed, and lists in a pair of methods. A type has one shape in an
 * owner, so its name identifies it.
 */
final class Codecs {
  private final Map<TypeName, Shape> shapes = new LinkedHashMap<>();
  private final Set<TypeName> read = new HashSet<>();
  private final Map<TypeName, String> names = new LinkedHashMap<>();

  /** Collects the shapes of an owner, in the order in which its tools need them. */
  Codecs(ToolClass owner) {
    for (ToolMethod tool : owner.tools()) {
      tool.arguments().forEach(argument -> collect(argument.shape(), true));
      if (tool.result() instanceof ToolResult.Value value) {
        collect(value.shape(), false);
      }
    }
  }

  private void collect(Shape shape, boolean isRead) {
    boolean shared = shape.type() instanceof ClassName || shape instanceof Shape.ListShape;
    boolean added = shapes.putIfAbsent(shape.type(), shape) == null;
    if (isRead && read.add(shape.type()) || added) {
      shape.parts().forEach(part -> collect(part, isRead));
    }
  }
}
