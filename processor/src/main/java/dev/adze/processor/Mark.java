package dev.adze.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** One annotation on one element. Attributes that are not written answer the given fallback. */
record Mark(Element element, AnnotationMirror mirror) {
  /** What javac gives for an attribute whose expression it cannot resolve yet. */
  private static final String UNRESOLVED = "<error>";

  static Optional<Mark> find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return Optional.of(new Mark(element, mirror));
      }
    }
    return Optional.empty();
  }

  static boolean isOn(Element element, String annotation) {
    return find(element, annotation).isPresent();
  }

  /** The annotation as it is written, without its attributes. */
  String simpleName() {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }

  /** Whether an attribute is written. */
  boolean has(String attribute) {
    return value(attribute) != null;
  }

  String text(String attribute) {
    return text(attribute, "");
  }

  String text(String attribute, String fallback) {
    AnnotationValue value = value(attribute);
    return value == null ? fallback : String.valueOf(value.getValue());
  }

  List<String> texts(String attribute) {
    return values(attribute).stream().map(value -> String.valueOf(value.getValue())).toList();
  }

  /** The elements of an attribute that is an array. */
  List<AnnotationValue> values(String attribute) {
    AnnotationValue value = value(attribute);
    return (value != null && value.getValue() instanceof List<?> elements)
        ? elements.stream().map(AnnotationValue.class::cast).toList()
        : List.of();
  }

  boolean flag(String attribute, boolean fallback) {
    AnnotationValue value = value(attribute);
    return (value != null && value.getValue() instanceof Boolean flag) ? flag : fallback;
  }

  /** A number that fits an {@code int}; the fallback if the attribute holds none. */
  int number(String attribute, int fallback) {
    AnnotationValue value = value(attribute);
    return (value != null && value.getValue() instanceof Integer number) ? number : fallback;
  }

  /** The annotations that an attribute holds. */
  Stream<Mark> marks(String attribute) {
    AnnotationValue value = value(attribute);
    return (value != null && value.getValue() instanceof List<?> elements)
        ? elements.stream()
            .map(e -> ((AnnotationValue) e).getValue())
            .filter(AnnotationMirror.class::isInstance)
            .map(mirror -> new Mark(element, (AnnotationMirror) mirror))
        : Stream.empty();
  }

  /** Whether every attribute that is written has a value already. */
  boolean isResolved() {
    return mirror.getElementValues().values().stream()
        .noneMatch(value -> UNRESOLVED.equals(value.getValue()));
  }

  /** The attribute's value where it is written, else the annotation. */
  At at(String attribute) {
    return new At(element, mirror, value(attribute));
  }

  At at() {
    return new At(element, mirror, null);
  }

  private @Nullable AnnotationValue value(String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
