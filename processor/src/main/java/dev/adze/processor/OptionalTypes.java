package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The optional types of primitives. */
final class OptionalTypes {
  private static final Map<String, TypeName> HELD =
      Map.of(
          OptionalInt.class.getName(), TypeName.INT,
          OptionalLong.class.getName(), TypeName.LONG,
          OptionalDouble.class.getName(), TypeName.DOUBLE);

  private OptionalTypes() {}

  /** The primitive that a type may hold, or null if it is no such type. */
  static @Nullable TypeName primitive(TypeMirror type) {
    return HELD.get(qualifiedName(type));
  }

  /** The name of a class or interface; empty for other types. */
  static String qualifiedName(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }
}
