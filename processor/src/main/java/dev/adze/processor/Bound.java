package dev.adze.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * A type with what its type variables stand for. Nothing is substituted, so that each annotation
 * stays on the type that it was written on, and so that no type ever has to be built that grows.
 */
record Bound(TypeMirror type, Map<Element, Bound> variables) {
  /** A key that is longer than this is that of a type that grows without end. */
  static final int MAX_KEY = 2_000;

  /** Another type in the same place. */
  Bound with(TypeMirror other) {
    return new Bound(other, variables);
  }

  /** What the variables of a class stand for. */
  static Map<Element, Bound> variables(TypeElement element, List<Bound> arguments) {
    Map<Element, Bound> variables = new HashMap<>();
    List<? extends TypeParameterElement> parameters = element.getTypeParameters();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      variables.put(parameters.get(i), arguments.get(i));
    }
    return variables;
  }

  /** The type arguments, if it is a class. */
  List<Bound> arguments() {
    if (!(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return List.of();
    }
    List<Bound> arguments = new ArrayList<>();
    for (TypeMirror argument : declared.getTypeArguments()) {
      arguments.add(with(argument));
    }
    return arguments;
  }

  /**
   * One step from a variable or a wildcard towards a type; null if it is none of them, or leads
   * nowhere.
   */
  @Nullable Bound step() {
    if (type instanceof TypeVariable variable) {
      @Nullable Bound meaning = variables.get(variable.asElement());
      return meaning == null ? meaningOfAnnotated(variable.asElement()) : meaning;
    }
    return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
        ? with(wildcard.getExtendsBound())
        : null;
  }

  /** Eclipse's compiler has another element for a variable that carries an annotation. */
  private @Nullable Bound meaningOfAnnotated(Element variable) {
    for (Map.Entry<Element, Bound> known : variables.entrySet()) {
      if (known.getKey().getSimpleName().equals(variable.getSimpleName())
          && Objects.equals(known.getKey().getEnclosingElement(), variable.getEnclosingElement())) {
        return known.getValue();
      }
    }
    return null;
  }

  /** The type that a variable or a wildcard leads to; itself if it is a type. */
  Bound resolved() {
    Bound bound = this;
    for (Bound next = step(); next != null; next = next.step()) {
      bound = next;
    }
    return bound;
  }

  /** Whether null is a value of it, as far as it says so itself or what it leads to does. */
  boolean isNullable() {
    for (@Nullable Bound bound = this; bound != null; bound = bound.step()) {
      if (Nullness.isNullable(bound.type)) {
        return true;
      }
    }
    return false;
  }

  /** What tells types apart: the name of a class with its arguments, and where these are null. */
  static String key(TypeElement element, List<Bound> arguments) {
    StringBuilder key = new StringBuilder(element.getQualifiedName());
    appendArguments(key, arguments);
    return key.toString();
  }

  /** What tells this type from others; whether it is nullable itself is left out. */
  String key() {
    StringBuilder key = new StringBuilder();
    appendTo(key);
    return key.toString();
  }

  private void appendTo(StringBuilder key) {
    TypeMirror resolved = resolved().type;
    if (key.length() > MAX_KEY) {
      return;
    }
    if (resolved instanceof DeclaredType declared) {
      key.append(((TypeElement) declared.asElement()).getQualifiedName());
      appendArguments(key, resolved().arguments());
    } else if (resolved instanceof ArrayType array) {
      resolved().with(array.getComponentType()).appendTo(key);
      key.append("[]");
    } else {
      key.append(resolved.getKind().name().toLowerCase(Locale.ROOT));
    }
  }

  private static void appendArguments(StringBuilder key, List<Bound> arguments) {
    String separator = "<";
    for (Bound argument : arguments) {
      key.append(separator).append(argument.isNullable() ? "?" : "");
      argument.appendTo(key);
      separator = ",";
    }
    key.append(arguments.isEmpty() ? "" : ">");
  }

  /** A class with its arguments as it is written in Java. */
  static TypeName typeName(TypeElement element, List<Bound> arguments) {
    ClassName name = ClassName.get(element);
    TypeName[] types =
        arguments.stream().map(argument -> argument.typeName().box()).toArray(TypeName[]::new);
    return types.length == 0 ? name : ParameterizedTypeName.get(name, types);
  }

  private TypeName typeName() {
    Bound resolved = resolved();
    if (resolved.type instanceof DeclaredType declared) {
      return typeName((TypeElement) declared.asElement(), resolved.arguments());
    }
    if (resolved.type instanceof ArrayType array) {
      return ArrayTypeName.of(resolved.with(array.getComponentType()).typeName());
    }
    boolean named = resolved.type.getKind() != TypeKind.WILDCARD;
    return named ? TypeName.get(resolved.type) : ClassName.get(Object.class);
  }

  /**
   * Names for a class with its arguments, such as {@code Page_User}, from the shortest, which
   * others may have too, to the one that is its own.
   */
  static List<String> names(TypeElement element, List<Bound> arguments) {
    List<String> names = new ArrayList<>();
    ClassName name = ClassName.get(element);
    StringBuilder suffix = new StringBuilder();
    arguments.forEach(argument -> argument.appendNameTo(suffix));
    for (String prefix :
        List.of(
            name.simpleName(),
            String.join("_", name.simpleNames()),
            name.canonicalName().replace('.', '_'))) {
      names.add((prefix + suffix).replaceAll("[^A-Za-z0-9_]", "_"));
    }
    return names;
  }

  private void appendNameTo(StringBuilder name) {
    Bound resolved = resolved();
    name.append(isNullable() ? "_Nullable" : "_");
    if (resolved.type instanceof DeclaredType declared) {
      name.append(declared.asElement().getSimpleName());
      resolved.arguments().forEach(argument -> argument.appendNameTo(name));
    } else if (resolved.type instanceof ArrayType array) {
      name.append("Array");
      resolved.with(array.getComponentType()).appendNameTo(name);
    } else {
      name.append(resolved.type.getKind().name().toLowerCase(Locale.ROOT));
    }
  }
}
