package dev.adze.processor;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which values may be null: those that an annotation called {@code Nullable} says it of, whoever it
 * comes from.
 */
final class Nullness {
  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  /** Compilers before 22 show no annotations on the types of class files. */
  private static final boolean SHOWN = Runtime.version().feature() >= 22;

  private Nullness() {}

  static boolean isNullable(TypeMirror type) {
    return isMarked(type);
  }

  /** Whether a declaration says it, or one that belongs to it. */
  static boolean isNullable(List<? extends Element> places) {
    for (Element place : places) {
      if (isMarked(place)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMarked(AnnotatedConstruct marked) {
    for (AnnotationMirror mirror : marked.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** Whether an annotation on a type is hidden if its class comes from a class file. */
  static boolean isForgettable() {
    return !SHOWN;
  }

  /** Whether a class, or what is around it, says that it marks all that is nullable. */
  static boolean isNullMarked(TypeElement type) {
    for (@Nullable Element e = type; e != null; e = e.getEnclosingElement()) {
      if (Mark.isOn(e, NULL_MARKED)) {
        return true;
      }
    }
    return false;
  }
}
