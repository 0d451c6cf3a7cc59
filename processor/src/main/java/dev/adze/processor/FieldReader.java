package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads parameters, record components and bean properties into fields. */
final class FieldReader {
  private static final ClassName OPTIONAL = ClassName.get(Optional.class);

  private final ShapeReader shapes;
  private final FieldMarks marks;
  private final Docs docs;
  private final Uses uses;
  private final Unresolved unresolved;

  FieldReader(ShapeReader shapes, Docs docs, Uses uses, Unresolved unresolved) {
    this.shapes = shapes;
    this.marks = new FieldMarks(docs, unresolved);
    this.docs = docs;
    this.uses = uses;
    this.unresolved = unresolved;
  }

  FieldMarks marks() {
    return marks;
  }

  /**
   * Something that is to become a field.
   *
   * @param label how messages call it
   * @param types its type, wherever it is written; the first one counts, but for annotations all do
   * @param places the elements that may carry its annotations; the first is the one it stands at
   * @param comment what its documentation says
   * @param forgotten whether there is documentation that is not read
   */
  record Source(
      String label,
      String javaName,
      List<TypeMirror> types,
      List<Element> places,
      String comment,
      boolean forgotten,
      At at) {}

  /**
   * Reads a parameter.
   *
   * @param type its type in the owner, which may have bound what it is declared as
   * @param owner where to report its faults if it is declared in another file
   */
  Field parameter(VariableElement parameter, TypeMirror type, TypeElement owner) {
    String name = parameter.getSimpleName().toString();
    ExecutableElement method = (ExecutableElement) Nesting.parent(parameter);
    Field field =
        read(
            new Source(
                "Parameter \"" + name + "\"",
                name,
                List.of(type, parameter.asType()),
                List.of(parameter),
                docs.param(method, name),
                docs.forgetsParam(method, name),
                At.element(docs.owns(parameter) ? parameter : owner)));
    // Class files may not keep the name, and what is generated must not depend on it.
    return docs.owns(parameter)
        ? field
        : field.withJavaName("arg" + method.getParameters().indexOf(parameter));
  }

  /**
   * Reads a component.
   *
   * @param anchor where to report its faults if it is declared in another file
   */
  ObjectShape.Property component(RecordComponentElement component, At anchor) {
    TypeElement owner = (TypeElement) Nesting.parent(component);
    String name = component.getSimpleName().toString();
    List<Element> places = places(component);
    Element place = places.get(0);
    Field field =
        read(
            new Source(
                "Component \"" + name + "\" of " + owner.getQualifiedName(),
                name,
                List.of(component.asType(), place.asType()),
                places,
                docs.param(owner, name),
                docs.forgetsParam(owner, name),
                docs.owns(component) ? At.element(place) : anchor));
    boolean shown = !"WRITE_ONLY".equals(FieldMarks.access(places));
    return new ObjectShape.Property(
        needed(field, places), name + "()", ObjectShape.Given.AT_CREATION, "", shown);
  }

  /**
   * Where the annotations of a component may be: javac knows the places of a record's fields, which
   * are those of its components, and not all annotations can be on components.
   */
  private static List<Element> places(RecordComponentElement component) {
    List<Element> places = new ArrayList<>();
    for (Element field : Nesting.parent(component).getEnclosedElements()) {
      if (field.getKind() == ElementKind.FIELD
          && field.getSimpleName().equals(component.getSimpleName())) {
        places.add(field);
      }
    }
    places.add(component);
    places.add(component.getAccessor());
    return places;
  }

  /** A field that a constructor takes, which nothing can keep it from. */
  Field needed(Field field, List<Element> places) {
    String ignored =
        FieldMarks.isIgnored(places)
            ? "@JsonIgnore"
            : "READ_ONLY".equals(FieldMarks.access(places)) ? "access = READ_ONLY" : "";
    return ignored.isEmpty() ? field : field.withShape(ShapeFaults.needed(field.type(), ignored));
  }

  Field read(Source source) {
    TypeMirror type = source.types().get(0);
    Element mention = source.places().get(0);
    List<Misfit> misfits = new ArrayList<>(marks.repeated(source));
    boolean optional = isOptional(type);
    boolean nullable =
        !optional && OptionalTypes.primitive(type) == null && isNullable(source, mention);
    Shape shape = shape(source, optional, misfits);
    if (nullable && shape.type().isPrimitive()) {
      shape = ShapeFaults.primitive(shape.type());
    }
    String written = marks.description(source.places());
    return new Field(
        source.label(),
        source.javaName(),
        marks.wireName(source.places(), source.javaName()),
        type(type, shape, optional, nullable),
        shape,
        Wildcards.areInsideArguments(type) ? TypeName.get(type).toString() : "",
        presence(optional || OptionalTypes.primitive(type) != null, nullable, source),
        written.isEmpty() ? source.comment() : written,
        source.forgotten() && written.isEmpty(),
        List.copyOf(misfits),
        source.at(),
        marks.nameAt(source.places(), source.at()));
  }

  private Shape shape(Source source, boolean optional, List<Misfit> misfits) {
    TypeMirror type = source.types().get(0);
    TypeMirror content = optional ? content(type) : type;
    Element element = source.places().get(0);
    @Nullable TypeName held = OptionalTypes.primitive(type);
    ConstraintReader constraints =
        new ConstraintReader(
            source.places(), source.label(), source.at(), docs.owns(element), unresolved);
    Shape shape =
        constraints.narrow(
            held == null ? shapes.read(content, element, source.at()) : ShapeReader.number(held),
            shapes.bound(content));
    misfits.addAll(constraints.misfits());
    return shape;
  }

  private boolean isNullable(Source source, Element mention) {
    if (Nullness.isNullable(source.places())) {
      return true;
    }
    for (TypeMirror type : source.types()) {
      if (shapes.isNullable(type, mention)) {
        return true;
      }
    }
    return false;
  }

  private static TypeName type(
      TypeMirror declared, Shape shape, boolean optional, boolean nullable) {
    if (OptionalTypes.primitive(declared) != null) {
      return TypeName.get(declared);
    }
    TypeName type = shape.type();
    return optional
        ? ParameterizedTypeName.get(OPTIONAL, type.box())
        : nullable ? type.box() : type;
  }

  private Presence presence(boolean optional, boolean nullable, Source source) {
    Optional<Mark> param = FieldMarks.find(source.places(), AnnotationNames.PARAM);
    String text =
        param.isPresent()
            ? param.get().text("defaultValue", AnnotationNames.NO_DEFAULT)
            : AnnotationNames.NO_DEFAULT;
    boolean defaulted = !text.equals(AnnotationNames.NO_DEFAULT);
    if (!optional && !nullable) {
      return defaulted ? new Presence.Defaulted(text, defaultAt(source)) : new Presence.Required();
    }
    List<At> stray = defaulted ? List.of(defaultAt(source)) : List.of();
    return optional ? new Presence.Optional(stray) : new Presence.Nullable(stray);
  }

  private At defaultAt(Source source) {
    return marks.attributeAt(source.places(), AnnotationNames.PARAM, "defaultValue", source.at());
  }

  private boolean isOptional(TypeMirror type) {
    boolean optional =
        OptionalTypes.qualifiedName(type).equals(OPTIONAL.canonicalName())
            && !arguments(type).isEmpty()
            && hasBound(arguments(type).get(0));
    if (optional && arguments(type).get(0).getKind() == TypeKind.WILDCARD) {
      uses.addWildcard();
    }
    return optional;
  }

  private static boolean hasBound(TypeMirror argument) {
    return !(argument instanceof WildcardType wildcard) || wildcard.getExtendsBound() != null;
  }

  private static TypeMirror content(TypeMirror optional) {
    return arguments(optional).get(0);
  }

  private static List<? extends TypeMirror> arguments(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments();
  }
}
