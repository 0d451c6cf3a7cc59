package dev.adze.processor;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Tells whether Lombok has yet to write the members that a class asks it for. A class that is read
 * before that has some of its properties, or none, and nobody would see that others are missing.
 */
final class Lombok {
  private static final Set<String> READ = Set.of("lombok.Data", "lombok.Value", "lombok.Getter");
  private static final Set<String> SET = Set.of("lombok.Data", "lombok.Setter");

  private Lombok() {}

  /** Whether a field of a class lacks a method that the class asks for. */
  static boolean isAwaited(TypeElement type) {
    boolean read = READ.stream().anyMatch(name -> Mark.isOn(type, name));
    boolean set = SET.stream().anyMatch(name -> Mark.isOn(type, name));
    boolean renamed = Mark.isOn(type, "lombok.experimental.Accessors");
    return !renamed
        && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
            .anyMatch(field -> (read && lacksGetter(field)) || (set && lacksSetter(field)));
  }

  /** A field with a mark of its own may want none. */
  private static boolean lacksGetter(VariableElement field) {
    return !Mark.isOn(field, "lombok.Getter") && lacks(field, 0, Set.of("get", "is"));
  }

  private static boolean lacksSetter(VariableElement field) {
    return !Mark.isOn(field, "lombok.Setter")
        && !field.getModifiers().contains(Modifier.FINAL)
        && lacks(field, 1, Set.of("set"));
  }

  private static boolean lacks(VariableElement field, int parameters, Set<String> prefixes) {
    String name = field.getSimpleName().toString().toLowerCase(Locale.ROOT);
    String bare = name.startsWith("is") ? name.substring(2) : name;
    return ElementFilter.methodsIn(Nesting.parent(field).getEnclosedElements()).stream()
        .filter(method -> method.getParameters().size() == parameters)
        .map(ExecutableElement::getSimpleName)
        .map(method -> method.toString().toLowerCase(Locale.ROOT))
        .noneMatch(method ->
            method.equals(name)
                || prefixes.stream()
                    .anyMatch(
                        prefix -> method.equals(prefix + name) || method.equals(prefix + bare)));
  }
}
