package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads classes that are no records: what their constructor takes, then what can be set, then what
 * can only be read. What they inherit comes first, and otherwise the order is that of their public
 * fields and then of their methods, since a class file keeps each of the two, but not how they were
 * mixed.
 */
final class BeanReader {
  private final ShapeReader shapes;
  private final Docs docs;
  private final Visibility visibility;
  private final Uses uses;

  BeanReader(ShapeReader shapes, Docs docs, Visibility visibility, Uses uses) {
    this.shapes = shapes;
    this.docs = docs;
    this.visibility = visibility;
    this.uses = uses;
  }

  Shape read(NamedReader.Instance instance, At anchor) {
    TypeElement element = instance.element();
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return ShapeFaults.open(instance.type());
    }
    BeanMembers members = BeanMembers.of(element, instance.arguments());
    if (members.extendsJava()) {
      return ShapeFaults.notData(instance.type());
    }
    if (members.classes().stream().anyMatch(Lombok::isAwaited)) {
      return ShapeFaults.unfinished(instance.type());
    }
    List<ExecutableElement> creators = creators(element);
    if (creators.size() != 1) {
      return ShapeFaults.creators(instance.type(), creators.isEmpty());
    }
    members.elements().forEach(uses::add);
    List<ObjectShape.Property> properties = properties(instance, creators.get(0), members, anchor);
    if (properties.stream().noneMatch(p -> p.given() != ObjectShape.Given.NEVER)) {
      return ShapeFaults.noProperties(instance.type());
    }
    return new ObjectShape(
        instance.key(),
        instance.type(),
        instance.names(),
        docs.description(element),
        properties,
        creator(instance, creators.get(0)),
        members.classes().stream().anyMatch(shapes::forgetsNulls));
  }

  /** What can make an object: what is marked, else no arguments, else the one constructor. */
  private List<ExecutableElement> creators(TypeElement element) {
    List<ExecutableElement> all =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(this::isCallable)
            .toList();
    List<ExecutableElement> marked =
        Stream.concat(all.stream(), factories(element))
            .filter(creator -> Mark.isOn(creator, AnnotationNames.JSON_CREATOR))
            .toList();
    if (!marked.isEmpty()) {
      return marked;
    }
    List<ExecutableElement> empty =
        all.stream().filter(creator -> creator.getParameters().isEmpty()).toList();
    return empty.isEmpty() ? all : empty;
  }

  private Stream<ExecutableElement> factories(TypeElement element) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getTypeParameters().isEmpty())
        .filter(this::isCallable);
  }

  private boolean isCallable(ExecutableElement creator) {
    return visibility.reachesMember(creator) && Thrown.beyondExceptions(creator).isEmpty();
  }

  private static CodeBlock creator(NamedReader.Instance instance, ExecutableElement creator) {
    return creator.getKind() == ElementKind.CONSTRUCTOR
        ? CodeBlock.of("new $T", instance.type())
        : CodeBlock.of("$T.$L", ClassName.get(instance.element()), creator.getSimpleName());
  }

  private List<ObjectShape.Property> properties(
      NamedReader.Instance instance, ExecutableElement creator, BeanMembers members, At anchor) {
    Map<String, BeanMembers.Draft> rest = new LinkedHashMap<>(members.properties());
    List<ObjectShape.Property> properties = new ArrayList<>();
    for (VariableElement parameter : creator.getParameters()) {
      BeanMembers.@Nullable Draft draft = draft(parameter, rest);
      if (draft != null) {
        rest.remove(draft.name);
      }
      properties.add(argument(instance, creator, parameter, draft, anchor));
    }
    Set<String> ignored = ignored(members);
    for (BeanMembers.Draft draft : rest.values()) {
      List<Element> places = draft.places();
      String wireName = shapes.fields().marks().wireName(places, draft.name);
      if (!FieldMarks.isIgnored(places) && !ignored.contains(wireName) && draft.isProperty()) {
        properties.add(property(instance, draft, anchor));
      }
    }
    return properties;
  }

  private static Set<String> ignored(BeanMembers members) {
    Set<String> ignored = new TreeSet<>();
    for (TypeElement type : members.classes()) {
      Mark.find(type, AnnotationNames.JSON_IGNORE_PROPERTIES)
          .ifPresent(mark -> ignored.addAll(mark.texts("value")));
    }
    return ignored;
  }

  /** The property that an argument is for: by its Java name, else by its name on the wire. */
  private BeanMembers.@Nullable Draft draft(
      VariableElement parameter, Map<String, BeanMembers.Draft> drafts) {
    String name = parameter.getSimpleName().toString();
    String given = shapes.fields().marks().givenName(List.of(parameter));
    if (drafts.containsKey(name) && (given.isEmpty() || !drafts.containsKey(given))) {
      return drafts.get(name);
    }
    for (BeanMembers.Draft draft : drafts.values()) {
      if (!given.isEmpty()
          && shapes.fields().marks().wireName(draft.places(), draft.name).equals(given)) {
        return draft;
      }
    }
    return null;
  }

  private ObjectShape.Property argument(
      NamedReader.Instance instance,
      ExecutableElement creator,
      VariableElement parameter,
      BeanMembers.@Nullable Draft draft,
      At anchor) {
    int index = creator.getParameters().indexOf(parameter);
    String name = parameter.getSimpleName().toString();
    List<Element> places = new ArrayList<>(List.of(parameter));
    places.addAll(draft == null ? List.of() : draft.places());
    boolean inferred = shapes.fields().marks().givenName(places).isEmpty();
    boolean nameless = inferred && name.equals("arg" + index) && !shapes.isSource(parameter);
    if (inferred && shapes.isSource(parameter)) {
      uses.addOrigin(Nesting.outermost(parameter));
    }
    Bound type = shapes.bound(parameter.asType());
    String label =
        nameless
            ? "Parameter " + (index + 1) + " of the constructor of "
            : "Property \"" + name + "\" of ";
    Field field =
        shapes
            .fields()
            .read(
                new FieldReader.Source(
                    label + instance.name(),
                    name,
                    types(type, draft),
                    places,
                    comment(parameter, name, draft),
                    docs.forgetsParam(creator, name) || (draft != null && forgets(draft)),
                    docs.owns(parameter) ? At.element(parameter) : anchor));
    return new ObjectShape.Property(
        nameless
            ? field.withShape(ShapeFaults.nameless(field.type()))
            : readable(shapes.fields().needed(field, places), type, draft),
        draft == null ? "" : draft.read(),
        ObjectShape.Given.AT_CREATION,
        "",
        !"WRITE_ONLY".equals(FieldMarks.access(places)));
  }

  private ObjectShape.Property property(
      NamedReader.Instance instance, BeanMembers.Draft draft, At anchor) {
    List<Element> places = draft.places();
    String access = FieldMarks.access(places);
    Bound set = access.equals("READ_ONLY") ? null : draft.setType();
    Bound type = Objects.requireNonNull(set == null ? draft.readType() : set, "type");
    Field field =
        read(
            type,
            new FieldReader.Source(
                "Property \"" + draft.name + "\" of " + instance.name(),
                draft.name,
                types(type, draft),
                places,
                comment(draft),
                forgets(draft),
                docs.owns(places.get(0)) ? At.element(places.get(0)) : anchor));
    ExecutableElement setter = draft.setter();
    return new ObjectShape.Property(
        set == null ? field : readable(field, type, draft),
        draft.read(),
        set == null ? ObjectShape.Given.NEVER : ObjectShape.Given.LATER,
        setter == null ? "" : setter.getSimpleName().toString(),
        !access.equals("WRITE_ONLY"));
  }

  private Field read(Bound type, FieldReader.Source source) {
    return shapes.inside(type.variables(), () -> shapes.fields().read(source));
  }

  private static List<TypeMirror> types(Bound type, BeanMembers.@Nullable Draft draft) {
    List<TypeMirror> types = new ArrayList<>(List.of(type.type()));
    types.addAll(draft == null ? List.of() : draft.otherTypes());
    return types;
  }

  /** What is read back has to be what was given, or nobody could see what a call does. */
  private static Field readable(Field field, Bound given, BeanMembers.@Nullable Draft draft) {
    Bound read = draft == null ? null : draft.readType();
    if (read == null) {
      return field.withShape(ShapeFaults.unreadable(field.type(), field.javaName()));
    }
    return given.key().equals(read.key())
        ? field
        : field.withShape(ShapeFaults.unlike(field.type(), read.key()));
  }

  private String comment(
      VariableElement parameter, String name, BeanMembers.@Nullable Draft draft) {
    String comment = docs.param(Nesting.parent(parameter), name);
    return comment.isEmpty() && draft != null ? comment(draft) : comment;
  }

  private String comment(BeanMembers.Draft draft) {
    return draft.places().stream()
        .map(docs::description)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private boolean forgets(BeanMembers.Draft draft) {
    return draft.places().stream().anyMatch(docs::forgets);
  }
}
