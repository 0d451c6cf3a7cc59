package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the types that users declare, each instance of a generic one by itself. A type is read once
 * however often it is used, and inside of itself it is a reference.
 */
final class NamedReader {
  /** As many instances of a generic type may be around each other before it counts as endless. */
  private static final int MAX_INSTANCES = 8;

  private final ShapeReader shapes;
  private final Docs docs;
  private final Visibility visibility;
  private final Uses uses;
  private final BeanReader beans;
  private final UnionReader unions;
  private final Map<String, Shape> read = new HashMap<>();
  private final Map<String, Open> open = new LinkedHashMap<>();

  /** A type that is being read. */
  private record Open(TypeElement element, ReferenceShape reference) {}

  NamedReader(ShapeReader shapes, Docs docs, Visibility visibility, Uses uses) {
    this.shapes = shapes;
    this.docs = docs;
    this.visibility = visibility;
    this.uses = uses;
    this.beans = new BeanReader(shapes, docs, visibility, uses);
    this.unions = new UnionReader(this, shapes.fields(), docs);
  }

  /**
   * The shape of a class, with types for its type parameters.
   *
   * @param anchor the place in the owner's file that leads to it
   */
  Shape read(TypeElement element, List<Bound> arguments, At anchor) {
    TypeName erased = ClassName.get(element);
    if (arguments.size() < element.getTypeParameters().size()) {
      return ShapeFaults.rawType(erased);
    }
    String key = Bound.key(element, arguments);
    Open inside = open.get(key);
    if (inside != null) {
      return inside.reference();
    }
    if (key.length() > Bound.MAX_KEY || instances(element) == MAX_INSTANCES) {
      return ShapeFaults.endless(erased);
    }
    @Nullable Shape known = read.get(key);
    if (known == null) {
      known = read(key, element, arguments, anchor);
      read.put(key, known);
    }
    return known;
  }

  /** Notes a type that does not exist, at least not yet. */
  Shape unresolved(TypeMirror type, Element mention) {
    return shapes.unresolved(type, mention);
  }

  private long instances(TypeElement element) {
    return open.values().stream().filter(around -> around.element().equals(element)).count();
  }

  private Shape read(String key, TypeElement element, List<Bound> arguments, At anchor) {
    ReferenceShape.Target target = new ReferenceShape.Target();
    TypeName type = Bound.typeName(element, arguments);
    open.put(key, new Open(element, new ReferenceShape(key, type, target)));
    uses.add(element);
    element.getEnclosedElements().forEach(uses::add);
    Shape shape =
        shapes.inside(
            Bound.variables(element, arguments),
            () -> read(new Instance(key, element, type, arguments), anchor));
    open.remove(key);
    target.set(shape);
    return shape;
  }

  /** A class with types for its type parameters. */
  record Instance(String key, TypeElement element, TypeName type, List<Bound> arguments) {
    /** The class as messages call it. */
    String name() {
      return element.getQualifiedName().toString();
    }

    List<String> names() {
      return Bound.names(element, arguments);
    }
  }

  private Shape read(Instance instance, At anchor) {
    TypeElement element = instance.element();
    if (isOfJava(element) && element.getKind() != ElementKind.ENUM) {
      return ShapeFaults.notData(instance.type());
    }
    if (element.getKind() == ElementKind.ANNOTATION_TYPE) {
      return ShapeFaults.notData(instance.type());
    }
    if (!visibility.reaches(element)) {
      return ShapeFaults.hidden(instance.type());
    }
    if (isInner(element)) {
      return ShapeFaults.inner(instance.type());
    }
    if (UnionReader.isSealed(element)) {
      return unions.read(instance, anchor);
    }
    return switch (element.getKind()) {
      case ENUM -> readEnum(element, anchor);
      case RECORD -> readRecord(instance, anchor);
      case CLASS -> beans.read(instance, anchor);
      default -> ShapeFaults.open(instance.type());
    };
  }

  /** What the JDK declares is data only if it is known by name, or an enum. */
  static boolean isOfJava(TypeElement element) {
    String name = element.getQualifiedName().toString();
    return name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.");
  }

  private static boolean isInner(TypeElement element) {
    return element.getKind() == ElementKind.CLASS
        && element.getNestingKind() == NestingKind.MEMBER
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  private Shape readEnum(TypeElement element, At anchor) {
    List<Shape.Constant> constants = new ArrayList<>();
    boolean forgotten = false;
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = constant.getSimpleName().toString();
        List<Element> places = List.of(constant);
        constants.add(
            new Shape.Constant(
                name,
                shapes.fields().marks().wireName(places, name),
                docs.description(constant),
                shapes.fields().marks().nameAt(places, anchor)));
        forgotten |= docs.forgets(constant);
      }
    }
    return constants.isEmpty()
        ? ShapeFaults.noConstants(element)
        : new Shape.EnumShape(
            ClassName.get(element), docs.description(element), List.copyOf(constants), forgotten);
  }

  private Shape readRecord(Instance instance, At anchor) {
    TypeElement element = instance.element();
    List<ObjectShape.Property> components =
        element.getRecordComponents().stream()
            .map(component -> shapes.fields().component(component, anchor))
            .toList();
    return new ObjectShape(
        instance.key(),
        instance.type(),
        instance.names(),
        docs.description(element),
        components,
        CodeBlock.of("new $T", instance.type()),
        shapes.forgetsNulls(element));
  }
}
