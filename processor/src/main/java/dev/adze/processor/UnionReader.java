package dev.adze.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads sealed types. Sealed types below them are dissolved in their own branches. */
final class UnionReader {
  private static final String DISCRIMINATOR = "type";

  private final NamedReader named;
  private final FieldReader fields;
  private final Docs docs;

  UnionReader(NamedReader named, FieldReader fields, Docs docs) {
    this.named = named;
    this.fields = fields;
    this.docs = docs;
  }

  /** A way down from the union to one of its branches. */
  private record Found(TypeElement element, List<Bound> arguments) {}

  Shape read(NamedReader.Instance union, At anchor) {
    TypeElement element = union.element();
    Optional<Mark> info = Mark.find(element, AnnotationNames.JSON_TYPE_INFO);
    String foreign = info.map(UnionReader::foreign).orElse("");
    if (!foreign.isEmpty()) {
      return ShapeFaults.foreignNaming(union.type(), foreign);
    }
    Map<TypeElement, Found> found = new LinkedHashMap<>();
    @Nullable Shape fault = collect(union, element, union.arguments(), found);
    if (fault != null) {
      return fault;
    }
    List<UnionShape.Branch> branches = new ArrayList<>();
    for (Found branch : found.values()) {
      Shape shape = named.read(branch.element(), branch.arguments(), anchor);
      if (shape instanceof Shape.UnsupportedShape) {
        return shape;
      }
      branches.add(
          new UnionShape.Branch(
              wireName(element, branch.element()),
              shape,
              fields.marks().nameAt(List.of(branch.element()), anchor)));
    }
    return branches.isEmpty()
        ? ShapeFaults.noBranches(union.type())
        : new UnionShape(
            union.key(),
            union.type(),
            union.names(),
            docs.description(element),
            info.map(UnionReader::property).orElse(DISCRIMINATOR),
            branches);
  }

  /** What Jackson is told to do in another way than by a property with a name; empty if nothing. */
  private static String foreign(Mark info) {
    String use = info.text("use", "NAME");
    String include = info.text("include", "PROPERTY");
    if (!use.equals("NAME") && !use.equals("SIMPLE_NAME")) {
      return "use = " + use;
    }
    return include.equals("PROPERTY") ? "" : "include = " + include;
  }

  private static String property(Mark info) {
    String property = info.text("property");
    return property.isEmpty() ? "@type" : property;
  }

  /** Collects the branches below a type; answers what is wrong with one, or null. */
  private @Nullable Shape collect(
      NamedReader.Instance union,
      TypeElement above,
      List<Bound> arguments,
      Map<TypeElement, Found> found) {
    if (!above.getModifiers().contains(Modifier.ABSTRACT)) {
      return ShapeFaults.concrete(union.type());
    }
    for (TypeMirror permitted : above.getPermittedSubclasses()) {
      if (permitted.getKind() == TypeKind.ERROR) {
        return named.unresolved(permitted, above);
      }
      TypeElement branch = (TypeElement) ((DeclaredType) permitted).asElement();
      Optional<List<Bound>> bound = arguments(branch, above, arguments);
      boolean sealed = isSealed(branch);
      boolean whole =
          (branch.getKind() == ElementKind.RECORD || branch.getKind() == ElementKind.CLASS)
              && !branch.getModifiers().contains(Modifier.ABSTRACT);
      if (!sealed && !whole) {
        String fault = branch.getKind() == ElementKind.ENUM ? "is an enum" : "is not sealed";
        return ShapeFaults.halfSealed(union.type(), branch.getQualifiedName().toString(), fault);
      }
      if (bound.isPresent() && sealed) {
        @Nullable Shape fault = collect(union, branch, bound.get(), found);
        if (fault != null) {
          return fault;
        }
      } else if (bound.isPresent()) {
        found.putIfAbsent(branch, new Found(branch, bound.get()));
      }
    }
    return null;
  }

  /** Whether a type is a choice of others. An enum is sealed too if constants of it have bodies. */
  static boolean isSealed(TypeElement type) {
    return type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM;
  }

  /**
   * What the type parameters of a branch stand for if those of the type above stand for something;
   * empty if the branch can be nothing of the kind.
   */
  private static Optional<List<Bound>> arguments(
      TypeElement branch, TypeElement above, List<Bound> arguments) {
    Map<Element, Bound> known = new HashMap<>();
    for (TypeMirror supertype : supertypes(branch)) {
      if (supertype instanceof DeclaredType declared && declared.asElement().equals(above)) {
        List<? extends TypeMirror> wanted = declared.getTypeArguments();
        for (int i = 0; i < wanted.size(); i++) {
          if (!unify(wanted.get(i), arguments.get(i), known)) {
            return Optional.empty();
          }
        }
      }
    }
    List<Bound> found = new ArrayList<>();
    for (TypeParameterElement parameter : branch.getTypeParameters()) {
      Bound unknown = new Bound(parameter.asType(), Map.of());
      found.add(known.getOrDefault(parameter, unknown));
    }
    return Optional.of(found);
  }

  private static List<TypeMirror> supertypes(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .<TypeMirror>map(supertype -> supertype)
        .toList();
  }

  /** Finds what variables have to stand for, for a type to be the same as another. */
  private static boolean unify(TypeMirror type, Bound other, Map<Element, Bound> known) {
    if (type.getKind() == TypeKind.TYPEVAR) {
      Element variable = ((javax.lang.model.type.TypeVariable) type).asElement();
      Bound before = known.putIfAbsent(variable, other);
      return before == null || before.key().equals(other.key());
    }
    Bound resolved = other.resolved();
    if (!(type instanceof DeclaredType declared)
        || !(resolved.type() instanceof DeclaredType same)) {
      return new Bound(type, Map.of()).key().equals(other.key());
    }
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    List<Bound> others = resolved.arguments();
    boolean alike =
        declared.asElement().equals(same.asElement()) && arguments.size() == others.size();
    for (int i = 0; alike && i < arguments.size(); i++) {
      alike = unify(arguments.get(i), others.get(i), known);
    }
    return alike;
  }

  private String wireName(TypeElement union, TypeElement branch) {
    if (Mark.isOn(branch, AnnotationNames.NAME)) {
      return fields.marks().wireName(List.of(branch), "");
    }
    return subTypeName(union, branch)
        .or(() -> Mark.find(branch, AnnotationNames.JSON_TYPE_NAME).map(mark -> mark.text("value")))
        .filter(name -> !name.isEmpty())
        .orElse(branch.getSimpleName().toString());
  }

  private static Optional<String> subTypeName(TypeElement union, TypeElement branch) {
    return Mark.find(union, AnnotationNames.JSON_SUB_TYPES).stream()
        .flatMap(mark -> mark.values("value").stream())
        .map(AnnotationValue::getValue)
        .filter(AnnotationMirror.class::isInstance)
        .map(mirror -> new Mark(union, (AnnotationMirror) mirror))
        .filter(mark -> mark.text("value").equals(branch.getQualifiedName().toString()))
        .map(mark -> mark.text("name"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }
}
