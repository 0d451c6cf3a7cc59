package dev.adze.processor;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Finds wildcards in types. */
final class Wildcards {
  private Wildcards() {}

  /** Whether a type has a wildcard anywhere. */
  static boolean areIn(@Nullable TypeMirror type) {
    if (type instanceof WildcardType) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return areIn(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(Wildcards::areIn);
  }

  /**
   * Whether a type has a wildcard inside of an argument that is none, as {@code List<List<? extends
   * Guest>>} has. A {@code List<List<Guest>>} does not fit there, but in {@code List<? extends
   * List<? extends Guest>>} it does.
   */
  static boolean areInsideArguments(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return areInsideArguments(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    for (TypeMirror argument : declared.getTypeArguments()) {
      if (argument instanceof WildcardType wildcard
          ? areInsideArguments(wildcard.getExtendsBound())
          : areIn(argument)) {
        return true;
      }
    }
    return false;
  }
}
