package dev.adze.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.WildcardType;

/**
 * Reads the constraints of Jakarta Validation, by name, on one parameter, component or property and
 * on the parts of its type, and narrows its shape to what they allow.
 *
 * <p>Class files show constraints on parts of types only to some compilers. Those of other files
 * are passed over therefore, wherever they come from, so that nothing depends on it.
 */
final class ConstraintReader {
  private final List<Element> places;
  private final String label;
  private final At anchor;
  private final boolean owned;
  private final Unresolved unresolved;
  private final List<Misfit> misfits = new ArrayList<>();

  /**
   * A reader for one field.
   *
   * @param places the elements that carry its annotations; the first is the one it stands at
   * @param label how messages call it
   * @param anchor where to report faults if it is in another file than the owner
   * @param owned whether it is in the owner's file
   */
  ConstraintReader(
      List<Element> places, String label, At anchor, boolean owned, Unresolved unresolved) {
    this.places = places;
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
  Shape narrow(Shape shape, Bound type) {
    List<Mark> marks = new ArrayList<>();
    for (Element place : places) {
      marks.addAll(constraints(place));
    }
    List<Mark> declared = distinct(marks);
    return part(narrow(shape, declared, label), type, declared, label);
  }

  private Shape narrow(Shape shape, List<Mark> marks, String part) {
    return marks.isEmpty() ? shape : new Narrowing(part, misfits).apply(shape, marks, this::at);
  }

  /**
   * Narrows the shape of a type and of its parts to what is written on types.
   *
   * @param declared annotations of the declaration, which javac repeats on its type; if that is an
   *     array, on its innermost part
   */
  private Shape part(Shape shape, Bound type, List<Mark> declared, String part) {
    if (shape instanceof NullableShape nullable) {
      return new NullableShape(part(nullable.element(), type, declared, part));
    }
    List<Mark> marks = known(without(declared, constraints(type.type())), part);
    Shape narrowed = narrow(shape, marks, part);
    Bound resolved = type.resolved();
    if (narrowed instanceof Shape.ListShape list) {
      return list(list, resolved, declared, part);
    }
    if (narrowed instanceof MapShape map) {
      List<Bound> arguments = resolved.arguments();
      Shape names = part(map.names(), arguments.get(0), List.of(), Labels.name(part));
      Shape value = part(map.value(), arguments.get(1), List.of(), Labels.value(part));
      return new MapShape(names, value, map.size());
    }
    for (Bound argument : type.arguments()) {
      unfitArguments(constraints(argument.type()), part);
    }
    return narrowed;
  }

  private Shape list(Shape.ListShape list, Bound type, List<Mark> declared, String part) {
    boolean array = type.type() instanceof ArrayType;
    Bound inner =
        array ? type.with(((ArrayType) type.type()).getComponentType()) : type.arguments().get(0);
    List<Mark> repeated = array ? declared : List.of();
    Shape element = part(list.element(), inner, repeated, Labels.element(part));
    return new Shape.ListShape(list.kind(), element, list.size());
  }

  /** A class is read once for all its uses, which therefore cannot differ in what they ask. */
  private void unfitArguments(List<Mark> marks, String part) {
    for (Mark mark : known(marks, part)) {
      String cure = "Put it on what has that type in the class.";
      misfits.add(
          new Misfit(
              at(mark, ""),
              Rule.T090,
              mark.simpleName(),
              "a type argument of " + Labels.inside(part),
              "only those of collections and maps may have constraints",
              cure));
    }
  }

  private List<Mark> known(List<Mark> marks, String part) {
    if (owned) {
      return marks;
    }
    for (Mark mark : marks) {
      misfits.add(new Misfit(anchor, Rule.T093, mark.simpleName(), Labels.inside(part)));
    }
    return List.of();
  }

  private static List<Mark> without(List<Mark> declared, List<Mark> marks) {
    if (marks.isEmpty()) {
      return marks;
    }
    List<String> known = declared.stream().map(mark -> mark.mirror().toString()).toList();
    return marks.stream().filter(mark -> !known.contains(mark.mirror().toString())).toList();
  }

  /** A record's component has its annotations on its field and its accessor as well. */
  private static List<Mark> distinct(List<Mark> marks) {
    if (marks.size() < 2) {
      return marks;
    }
    Map<String, Mark> distinct = new LinkedHashMap<>();
    marks.forEach(mark -> distinct.putIfAbsent(mark.mirror().toString(), mark));
    return List.copyOf(distinct.values());
  }

  private At at(Mark mark, String attribute) {
    return owned ? mark.at(attribute) : anchor;
  }

  /** The constraints on an element, or on a type as far as it is written here. */
  private List<Mark> constraints(AnnotatedConstruct construct) {
    List<AnnotationMirror> mirrors = List.copyOf(construct.getAnnotationMirrors());
    if (construct instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      mirrors = new ArrayList<>(mirrors);
      mirrors.addAll(wildcard.getExtendsBound().getAnnotationMirrors());
    }
    if (mirrors.isEmpty()) {
      return List.of();
    }
    Element place = construct instanceof Element element ? element : places.get(0);
    return mirrors.stream()
        .map(mirror -> new Mark(place, mirror))
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
