package dev.adze.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What an owner has from the types above it. */
final class Supertypes {
  private final Elements elements;
  private final Types types;
  private final TypeElement owner;
  private final Set<TypeElement> all = new LinkedHashSet<>();
  private final Map<String, TypeElement> missing = new TreeMap<>();
  private Optional<TypeElement> raw = Optional.empty();

  Supertypes(Elements elements, Types types, TypeElement owner) {
    this.elements = elements;
    this.types = types;
    this.owner = owner;
    collect(owner);
  }

  private void collect(TypeElement type) {
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      if (supertype.getKind() == TypeKind.ERROR) {
        missing.put(supertype.toString(), type);
      } else if (supertype instanceof DeclaredType above
          && above.asElement() instanceof TypeElement element
          && all.add(element)) {
        if (above.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
          raw = raw.or(() -> Optional.of(element));
        }
        collect(element);
      }
    }
  }

  /** The supertypes that do not exist, at least not yet, with the types that name them. */
  Map<String, TypeElement> missing() {
    return missing;
  }

  /** The supertypes of the owner, the nearest first. */
  Set<TypeElement> all() {
    return all;
  }

  /** A generic type above the owner that is named without its type arguments, if there is one. */
  Optional<TypeElement> raw() {
    return raw;
  }

  /** The methods that a method of the owner overrides or implements, the nearest first. */
  List<ExecutableElement> overriddenBy(ExecutableElement method) {
    List<ExecutableElement> overridden = new ArrayList<>();
    for (TypeElement type : all) {
      for (ExecutableElement candidate : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (elements.overrides(method, candidate, owner)) {
          overridden.add(candidate);
        }
      }
    }
    return overridden;
  }
}
