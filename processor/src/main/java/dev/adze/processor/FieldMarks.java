package dev.adze.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * What annotations say of the name and the meaning of something, of which each may be at one of
 * several places.
 */
final class FieldMarks {
  private final Docs docs;
  private final Unresolved unresolved;

  FieldMarks(Docs docs, Unresolved unresolved) {
    this.docs = docs;
    this.unresolved = unresolved;
  }

  /** Whether Jackson is told to pass over a property. */
  static boolean isIgnored(List<Element> places) {
    Optional<Mark> mark = find(places, AnnotationNames.JSON_IGNORE);
    return mark.isPresent() && mark.get().flag("value", true);
  }

  /** The access that Jackson is told of, or an empty text. */
  static String access(List<Element> places) {
    Optional<Mark> mark = find(places, AnnotationNames.JSON_PROPERTY);
    return mark.isPresent() ? mark.get().text("access") : "";
  }

  /** Annotations of ours that another one on the same property keeps from having an effect. */
  List<Misfit> repeated(FieldReader.Source source) {
    List<Misfit> misfits = new ArrayList<>();
    boolean single = source.places().size() == 1;
    if (single || Nesting.parent(source.places().get(0)).getKind() == ElementKind.RECORD) {
      return misfits; // The field and the accessor of a record have copies.
    }
    for (String annotation : List.of(AnnotationNames.NAME, AnnotationNames.PARAM)) {
      boolean first = true;
      for (Element place : new LinkedHashSet<>(source.places())) {
        Optional<Mark> mark = Mark.find(place, annotation);
        if (mark.isPresent() && !first) {
          misfits.add(repeated(mark.get(), source));
        }
        first &= mark.isEmpty();
      }
    }
    return misfits;
  }

  private Misfit repeated(Mark mark, FieldReader.Source source) {
    String where = "where " + Labels.inside(source.label()) + " has one already";
    At at = docs.owns(mark.element()) ? mark.at() : source.at();
    return new Misfit(at, Rule.T080, mark.simpleName(), where, "Keep one of them.");
  }

  /** The name that annotations give, or an empty text. */
  String givenName(List<? extends Element> places) {
    boolean named = find(places, AnnotationNames.NAME).isPresent();
    return value(places, named ? AnnotationNames.NAME : AnnotationNames.JSON_PROPERTY);
  }

  /** The value of an annotation, or an empty text. */
  private String value(List<? extends Element> places, String annotation) {
    Optional<Mark> mark = find(places, annotation);
    return mark.isPresent() ? unresolved.check(mark.get()).text("value") : "";
  }

  String wireName(List<? extends Element> places, String javaName) {
    boolean named = find(places, AnnotationNames.NAME).isPresent();
    String given = givenName(places);
    return given.isEmpty() && !named ? javaName : given;
  }

  /** Where the wire name of an element stands, as deep as the owner's file has it. */
  At nameAt(List<? extends Element> places, At anchor) {
    return attributeAt(places, AnnotationNames.NAME, "value", anchor);
  }

  At attributeAt(List<? extends Element> places, String annotation, String attribute, At anchor) {
    if (!docs.owns(places.get(0))) {
      return anchor;
    }
    Optional<Mark> mark = find(places, annotation);
    return mark.isPresent() ? mark.get().at(attribute) : At.element(places.get(0));
  }

  static Optional<Mark> find(List<? extends Element> places, String annotation) {
    for (Element place : places) {
      Optional<Mark> mark = Mark.find(place, annotation);
      if (mark.isPresent()) {
        return mark;
      }
    }
    return Optional.empty();
  }

  /** What annotations say of it, or an empty text. */
  String description(List<Element> places) {
    String param = value(places, AnnotationNames.PARAM).strip();
    return param.isEmpty()
        ? value(places, AnnotationNames.JSON_PROPERTY_DESCRIPTION).strip()
        : param;
  }
}
