package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the constraints of Jakarta Validation, by name, on one parameter or component and on the
 * parts of its type, and narrows its shape to what they allow.
 *
 * <p>Class files show constraints on parts of types only to some compilers. Those of other files
 * are passed over therefore, wherever they come from, so that nothing depends on it.
 */
final class ConstraintReader {
  private final Element element;
  private final String label;
  private final At anchor;
  private final boolean owned;
  private final Unresolved unresolved;
  private final List<Misfit> misfits = new ArrayList<>();

  /**
   * A reader for one element.
   *
   * @param element where the declaration is annotated: a parameter, or the field of a component
   * @param label how messages call it
   * @param anchor where to report faults if it is in another file than the owner
   * @param owned whether it is in the owner's file
   */
  ConstraintReader(
      Element element, String label, At anchor, boolean owned, Unresolved unresolved) {
    this.element = element;
    this.label = label;
    this.anchor = anchor;
    this.owned = owned;
    this.unresolved = unresolved;
  }

  /** What could not be kept up to now. */
  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /**
   * Narrows a shape.
   *
   * @param shape the shape of the type
   * @param type the type, of an {@code Optional} that of its content
   */
  Shape narrow(Shape shape, TypeMirror type) {
    List<Mark> declared = constraints(element.getAnnotationMirrors());
    Shape narrowed = new Narrowing(label, misfits).apply(shape, declared, this::at);
    return part(narrowed, type, declared, label);
  }

  /**
   * Narrows the shape of a type and of its parts to what is written on types.
   *
   * @param declared annotations of the declaration, which javac repeats on its type; if that is an
   *     array, on its innermost part
   */
  private Shape part(Shape shape, TypeMirror type, List<Mark> declared, String part) {
    List<String> known = declared.stream().map(mark -> mark.mirror().toString()).toList();
    List<Mark> marks =
        constraints(type.getAnnotationMirrors()).stream()
            .filter(mark -> !known.contains(mark.mirror().toString()))
            .toList();
    if (!owned) {
      marks.forEach(mark ->
          misfits.add(new Misfit(anchor, Rule.T093, mark.simpleName(), Labels.inside(part))));
      marks = List.of();
    }
    Shape narrowed = new Narrowing(part, misfits).apply(shape, marks, this::at);
    if (narrowed instanceof Shape.ListShape list) {
      boolean array = type instanceof ArrayType;
      TypeMirror inner = array ? ((ArrayType) type).getComponentType() : argument(type, 0);
      String label = Labels.element(part);
      Shape element = part(list.element(), inner, array ? declared : List.of(), label);
      return new Shape.ListShape(list.kind(), element, list.size());
    }
    if (narrowed instanceof MapShape map) {
      Shape names = part(map.names(), argument(type, 0), List.of(), Labels.name(part));
      Shape value = part(map.value(), argument(type, 1), List.of(), Labels.value(part));
      return new MapShape(names, value, map.size());
    }
    return narrowed;
  }

  private static TypeMirror argument(TypeMirror type, int index) {
    return ((DeclaredType) type).getTypeArguments().get(index);
  }

  private At at(Mark mark, String attribute) {
    return owned ? mark.at(attribute) : anchor;
  }

  private List<Mark> constraints(List<? extends AnnotationMirror> mirrors) {
    return mirrors.stream()
        .map(mirror -> new Mark(element, mirror))
        .filter(mark -> !AnnotationNames.constraint(mark).isEmpty())
        .map(unresolved::check)
        .flatMap(mark -> mark.simpleName().equals("@List") ? mark.marks("value") : Stream.of(mark))
        .filter(Mark::isResolved)
        .filter(ConstraintReader::isInDefaultGroup)
        .toList();
  }

  /** Jakarta Validation checks other groups only when it is asked for them. */
  private static boolean isInDefaultGroup(Mark mark) {
    List<String> groups = mark.texts("groups");
    return groups.isEmpty() || groups.stream().anyMatch(g -> g.endsWith(".groups.Default"));
  }
}
