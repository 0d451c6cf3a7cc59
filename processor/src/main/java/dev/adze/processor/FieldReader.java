package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads parameters and record components into fields. */
final class FieldReader {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  /** What the optional types of primitives hold. */
  private static final Map<String, TypeName> HELD =
      Map.of(
          OptionalInt.class.getName(), TypeName.INT,
          OptionalLong.class.getName(), TypeName.LONG,
          OptionalDouble.class.getName(), TypeName.DOUBLE);

  private final ShapeReader shapes;
  private final Docs docs;
  private final Unresolved unresolved;

  FieldReader(ShapeReader shapes, Docs docs, Unresolved unresolved) {
    this.shapes = shapes;
    this.docs = docs;
    this.unresolved = unresolved;
  }

  /**
   * Reads a parameter.
   *
   * @param type its type in the owner, which may have bound what it is declared as
   * @param owner where to report its faults if it is declared in another file
   */
  Field parameter(VariableElement parameter, TypeMirror type, TypeElement owner) {
    String name = parameter.getSimpleName().toString();
    ExecutableElement method = (ExecutableElement) Nesting.parent(parameter);
    return read(
        parameter,
        type,
        // Class files may not keep the name, and what is generated must not depend on it.
        docs.owns(parameter) ? name : "arg" + method.getParameters().indexOf(parameter),
        "Parameter \"" + name + "\"",
        docs.param(method, name),
        docs.forgetsParam(method, name),
        At.element(docs.owns(parameter) ? parameter : owner));
  }

  /**
   * Reads a component.
   *
   * @param anchor where to report its faults if it is declared in another file
   */
  Field component(RecordComponentElement component, At anchor) {
    TypeElement owner = (TypeElement) Nesting.parent(component);
    String name = component.getSimpleName().toString();
    return read(
        component,
        component.asType(),
        name,
        "Component \"" + name + "\" of " + owner.getQualifiedName(),
        docs.param(owner, name),
        docs.forgetsParam(owner, name),
        docs.owns(component) ? At.element(placeOf(component)) : anchor);
  }

  /** javac knows the places of a record's fields, which are those of its components. */
  private static Element placeOf(Element element) {
    if (element instanceof RecordComponentElement) {
      for (Element field : Nesting.parent(element).getEnclosedElements()) {
        if (field.getKind() == ElementKind.FIELD
            && field.getSimpleName().equals(element.getSimpleName())) {
          return field;
        }
      }
    }
    return element;
  }

  String wireName(Element element) {
    return Mark.find(element, AnnotationNames.NAME)
        .map(unresolved::check)
        .map(mark -> mark.text("value"))
        .orElse(element.getSimpleName().toString());
  }

  /** Where the wire name of an element stands, as deep as the owner's file has it. */
  At nameAt(Element element, At anchor) {
    return attributeAt(element, AnnotationNames.NAME, "value", anchor);
  }

  private At attributeAt(Element element, String annotation, String attribute, At anchor) {
    Element place = placeOf(element);
    if (!docs.owns(element)) {
      return anchor;
    }
    return Mark.find(place, annotation).map(mark -> mark.at(attribute)).orElse(At.element(place));
  }

  private Field read(
      Element element,
      TypeMirror type,
      String javaName,
      String label,
      String comment,
      boolean forgotten,
      At at) {
    Optional<Mark> param = Mark.find(element, AnnotationNames.PARAM).map(unresolved::check);
    String written = param.map(mark -> mark.text("value")).orElse("").strip();
    boolean optional = isOptional(type);
    TypeMirror content = optional ? content(type) : type;
    @Nullable TypeName held = HELD.get(qualifiedName(type));
    ConstraintReader constraints =
        new ConstraintReader(placeOf(element), label, at, docs.owns(element), unresolved);
    Shape shape =
        constraints.narrow(
            held == null ? shapes.read(content, element, at) : ShapeReader.number(held), content);
    return new Field(
        label,
        javaName,
        wireName(element),
        held != null
            ? TypeName.get(type)
            : optional ? ParameterizedTypeName.get(OPTIONAL, shape.type().box()) : shape.type(),
        shape,
        presence(optional || held != null, param, at),
        written.isEmpty() ? comment : written,
        forgotten && written.isEmpty(),
        constraints.misfits(),
        at,
        nameAt(element, at));
  }

  private Presence presence(boolean optional, Optional<Mark> param, At at) {
    List<Presence.Defaulted> defaults =
        param
            .filter(mark -> !defaultOf(mark).equals(AnnotationNames.NO_DEFAULT))
            .map(mark ->
                new Presence.Defaulted(
                    defaultOf(mark),
                    attributeAt(mark.element(), AnnotationNames.PARAM, "defaultValue", at)))
            .stream()
            .toList();
    if (optional) {
      return new Presence.Optional(defaults.stream().map(Presence.Defaulted::at).toList());
    }
    return defaults.isEmpty() ? new Presence.Required() : defaults.get(0);
  }

  private static String defaultOf(Mark mark) {
    return mark.text("defaultValue", AnnotationNames.NO_DEFAULT);
  }

  private static boolean isOptional(TypeMirror type) {
    return qualifiedName(type).equals(OPTIONAL.canonicalName())
        && !arguments(type).isEmpty()
        && arguments(type).get(0).getKind() != TypeKind.WILDCARD;
  }

  /** The name of a class or interface; empty for other types. */
  private static String qualifiedName(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
        : "";
  }

  private static TypeMirror content(TypeMirror optional) {
    return arguments(optional).get(0);
  }

  private static List<? extends TypeMirror> arguments(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments();
  }
}
