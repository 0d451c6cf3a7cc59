package dev.adze.processor;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** The properties that a class and the classes above it have by their fields and methods. */
final class BeanMembers {
  private final List<TypeElement> classes = new ArrayList<>();
  private final Map<String, Draft> properties = new LinkedHashMap<>();
  private boolean extendsJava;

  private BeanMembers() {}

  static BeanMembers of(TypeElement element, List<Bound> arguments) {
    BeanMembers members = new BeanMembers();
    members.collect(element, Bound.variables(element, arguments));
    return members;
  }

  /** What is inherited comes first. */
  private void collect(TypeElement element, Map<Element, Bound> variables) {
    if (element.getSuperclass() instanceof DeclaredType above) {
      TypeElement parent = (TypeElement) above.asElement();
      if (!parent.getQualifiedName().contentEquals("java.lang.Object")) {
        extendsJava |= NamedReader.isOfJava(parent);
        List<Bound> arguments = new Bound(above, variables).arguments();
        collect(parent, Bound.variables(parent, arguments));
      }
    }
    classes.add(element);
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (isPublicMember(field)) {
        draft(field.getSimpleName().toString(), variables).field = field;
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
      if (isPublicMember(method) && method.getTypeParameters().isEmpty()) {
        add(method, variables);
      }
    }
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      Draft draft = properties.get(field.getSimpleName().toString());
      if (draft != null && !field.getModifiers().contains(Modifier.STATIC)) {
        draft.carrier = field;
      }
    }
  }

  private static boolean isPublicMember(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        && !member.getModifiers().contains(Modifier.STATIC);
  }

  private void add(ExecutableElement method, Map<Element, Bound> variables) {
    String name = method.getSimpleName().toString();
    if (name.equals("getClass")) {
      return;
    }
    if (method.getParameters().size() == 1 && hasPrefix(method, "set")) {
      if (Thrown.beyondExceptions(method).isPresent()) {
        return;
      }
      draft(property(name, "set"), variables).setters.add(new Method(method, variables));
    } else if (method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !Thrown.hasChecked(method)) {
      if (hasPrefix(method, "get")) {
        draft(property(name, "get"), variables).getter = new Method(method, variables);
      } else if (hasPrefix(method, "is") && isBoolean(method.getReturnType())) {
        draft(property(name, "is"), variables).getter = new Method(method, variables);
      } else {
        draft(name, variables).plain = new Method(method, variables);
      }
    }
  }

  /**
   * A name may go on in lower case, as {@code getaName} does, if that is what a field is called.
   */
  private static boolean hasPrefix(ExecutableElement method, String prefix) {
    String name = method.getSimpleName().toString();
    if (!name.startsWith(prefix) || name.length() == prefix.length()) {
      return false;
    }
    String rest = name.substring(prefix.length());
    return !Character.isLowerCase(rest.charAt(0))
        || ElementFilter.fieldsIn(Nesting.parent(method).getEnclosedElements()).stream()
            .anyMatch(field -> field.getSimpleName().contentEquals(rest));
  }

  private static String property(String method, String prefix) {
    return Introspector.decapitalize(method.substring(prefix.length()));
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || type.toString().endsWith("java.lang.Boolean");
  }

  private Draft draft(String name, Map<Element, Bound> variables) {
    return properties.computeIfAbsent(name, n -> new Draft(n, variables));
  }

  /** The class and those above it, the highest first. */
  List<TypeElement> classes() {
    return classes;
  }

  /** Whether one of the classes above is the JDK's, which has more to it than properties. */
  boolean extendsJava() {
    return extendsJava;
  }

  Map<String, Draft> properties() {
    return properties;
  }

  /** Everything that generated code may call. */
  List<Element> elements() {
    return classes.stream()
        .flatMap(type -> type.getEnclosedElements().stream())
        .<Element>map(element -> element)
        .toList();
  }

  /** A method of a class with what the variables of that class stand for. */
  private record Method(ExecutableElement element, Map<Element, Bound> variables) {}

  /** A property while its parts are found. */
  static final class Draft {
    final String name;
    private final List<Method> setters = new ArrayList<>();
    private final Map<Element, Bound> fieldVariables;
    private @Nullable Method getter;
    private @Nullable Method plain;
    private @Nullable VariableElement field;
    private @Nullable VariableElement carrier;

    private Draft(String name, Map<Element, Bound> variables) {
      this.name = name;
      this.fieldVariables = variables;
    }

    /** Whether there is more to it than a method without parameters, which may do anything. */
    boolean isProperty() {
      return getter != null || field != null || !setters.isEmpty();
    }

    boolean isSettable() {
      return !setters.isEmpty()
          || (field != null && !field.getModifiers().contains(Modifier.FINAL));
    }

    /** The method that sets it, or null: the last one that takes what is read, else the last. */
    @Nullable ExecutableElement setter() {
      Method setter = chosenSetter();
      return setter == null ? null : setter.element();
    }

    private @Nullable Method chosenSetter() {
      Bound read = readType();
      Method chosen = setters.isEmpty() ? null : setters.get(setters.size() - 1);
      for (Method setter : setters) {
        if (read != null && argument(setter).key().equals(read.key())) {
          chosen = setter;
        }
      }
      return chosen;
    }

    private static Bound argument(Method setter) {
      return new Bound(setter.element().getParameters().get(0).asType(), setter.variables());
    }

    private @Nullable Method reader() {
      return getter == null && field == null ? plain : getter;
    }

    /** What follows the object and a dot to read it; empty if it cannot be read. */
    String read() {
      Method reader = reader();
      if (reader != null) {
        return reader.element().getSimpleName() + "()";
      }
      return field == null ? "" : field.getSimpleName().toString();
    }

    /** The type that is read, or null if nothing is. */
    @Nullable Bound readType() {
      Method reader = reader();
      if (reader != null) {
        return new Bound(reader.element().getReturnType(), reader.variables());
      }
      return field == null ? null : new Bound(field.asType(), fieldVariables);
    }

    /** The type that is set, or null if nothing is. */
    @Nullable Bound setType() {
      Method setter = chosenSetter();
      if (setter != null) {
        return argument(setter);
      }
      return isSettable() ? readType() : null;
    }

    /** Where else than on what is set or read its type is written. */
    List<TypeMirror> otherTypes() {
      return Stream.of(getter == null ? null : getter.element().getReturnType(), typeOf(carrier))
          .filter(Objects::nonNull)
          .<TypeMirror>map(Objects::requireNonNull)
          .toList();
    }

    private static @Nullable TypeMirror typeOf(@Nullable VariableElement element) {
      return element == null ? null : element.asType();
    }

    /** The elements that may carry its annotations and its comment. */
    List<Element> places() {
      ExecutableElement setter = setter();
      return Stream.of(
              carrier,
              getter == null ? null : getter.element(),
              setter,
              setter == null ? null : setter.getParameters().get(0),
              plain == null ? null : plain.element())
          .filter(Objects::nonNull)
          .<Element>map(Objects::requireNonNull)
          .toList();
    }
  }
}
