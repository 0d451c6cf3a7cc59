package dev.adze.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** What methods say that they throw. */
final class Thrown {
  private static final List<String> UNCHECKED =
      List.of("java.lang.RuntimeException", "java.lang.Error");
  private static final List<String> CAUGHT = List.of("java.lang.Exception", "java.lang.Error");

  private Thrown() {}

  /** Whether code that calls a method has to catch something. */
  static boolean hasChecked(ExecutableElement method) {
    return method.getThrownTypes().stream().anyMatch(thrown -> !isBelow(UNCHECKED, thrown));
  }

  /**
   * What is neither an exception nor an error, such as {@code Throwable}: generated code passes on
   * exceptions only.
   */
  static Optional<TypeMirror> beyondExceptions(ExecutableElement method) {
    return method.getThrownTypes().stream()
        .filter(thrown -> thrown.getKind() != TypeKind.ERROR && !isBelow(CAUGHT, thrown))
        .<TypeMirror>map(thrown -> thrown)
        .findFirst();
  }

  private static boolean isBelow(List<String> names, TypeMirror thrown) {
    for (@Nullable TypeMirror type = bound(thrown); type instanceof DeclaredType declared; ) {
      TypeElement element = (TypeElement) declared.asElement();
      if (names.contains(element.getQualifiedName().toString())) {
        return true;
      }
      type = element.getSuperclass();
    }
    return false;
  }

  private static TypeMirror bound(TypeMirror type) {
    TypeMirror bound = type;
    while (bound instanceof TypeVariable variable && bound.getKind() == TypeKind.TYPEVAR) {
      bound = variable.getUpperBound();
    }
    return bound instanceof IntersectionType all ? all.getBounds().get(0) : bound;
  }
}
