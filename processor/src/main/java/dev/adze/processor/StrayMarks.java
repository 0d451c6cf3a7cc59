package dev.adze.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds {@code @Name} and {@code @Param} where nothing reads them, in types that tools use and in
 * all others: what is written in vain is a mistake wherever it stands.
 */
final class StrayMarks {
  static final Set<String> NAMES = Set.of(AnnotationNames.NAME, AnnotationNames.PARAM);

  private static final String REMOVE = "Remove it.";

  private final Report report;

  StrayMarks(Report report) {
    this.report = report;
  }

  /** Judges a type and those in it. */
  void judge(TypeElement type) {
    judgeType(type);
    Set<Element> read = isBean(type) ? properties(type) : Set.of();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      judgeField(field, read);
    }
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof ExecutableElement executable) {
        judgeExecutable(executable, type, read);
      }
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::judge);
  }

  private static boolean isBean(TypeElement type) {
    return type.getKind() == ElementKind.CLASS;
  }

  private void judgeType(TypeElement type) {
    boolean branch =
        !type.getModifiers().contains(Modifier.ABSTRACT)
            && Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                .anyMatch(StrayMarks::isSealed);
    if (!branch) {
      refuse(type, "on a type that is no branch of a sealed type", REMOVE);
    }
  }

  private static boolean isSealed(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getModifiers().contains(Modifier.SEALED);
  }

  /** What may carry the annotations of the properties that objects of a class have. */
  private static Set<Element> properties(TypeElement type) {
    List<Bound> own =
        type.getTypeParameters().stream()
            .map(parameter -> new Bound(parameter.asType(), Map.of()))
            .toList();
    Set<String> given = new HashSet<>();
    for (ExecutableElement creator : ElementFilter.constructorsIn(type.getEnclosedElements())) {
      creator.getParameters().forEach(p -> given.add(p.getSimpleName().toString()));
    }
    Set<Element> places = new HashSet<>();
    for (BeanMembers.Draft draft : BeanMembers.of(type, own).properties().values()) {
      if (draft.isProperty() || given.contains(draft.name)) {
        places.addAll(draft.places());
      }
    }
    return places;
  }

  private void judgeField(VariableElement field, Set<Element> read) {
    Element type = Nesting.parent(field);
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      Mark.find(field, AnnotationNames.PARAM)
          .ifPresent(mark -> refuse(mark, "on an enum constant", "Describe it in its Javadoc."));
    } else if (!read.contains(field)
        && (type.getKind() != ElementKind.RECORD
            || field.getModifiers().contains(Modifier.STATIC))) {
      refuse(field, "on a field that is no property of a bean", REMOVE);
    }
  }

  private void judgeExecutable(ExecutableElement method, TypeElement type, Set<Element> read) {
    boolean isRecord = type.getKind() == ElementKind.RECORD;
    boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
    if (Mark.isOn(method, AnnotationNames.TOOL)) {
      refuse(method, "on a method with @Tool", "Name and describe the tool in @Tool.");
      return;
    }
    if (isRecord && isConstructor) {
      method.getParameters().forEach(parameter -> judgeCopy(parameter, type));
      return;
    }
    if (isRecord && method.getParameters().isEmpty()) {
      judgeCopy(method, type);
      return;
    }
    if (!read.contains(method)) {
      refuse(method, "on a method that is no property of a bean", REMOVE);
    }
    boolean creates =
        Mark.isOn(method, AnnotationNames.JSON_CREATOR)
            || (isConstructor && type.getKind() == ElementKind.CLASS);
    for (VariableElement parameter : method.getParameters()) {
      if (!creates && !read.contains(parameter)) {
        String cure = isConstructor ? REMOVE : "Add @Tool to the method, or remove it.";
        refuse(parameter, "on a parameter that no model is asked for", cure);
      }
    }
  }

  /** What javac copies from a component belongs there; anything else is out of place. */
  private void judgeCopy(Element copy, TypeElement type) {
    Optional<RecordComponentElement> component =
        ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
            .filter(candidate -> candidate.getSimpleName().equals(copy.getSimpleName()))
            .findFirst();
    for (Mark mark : marks(copy)) {
      boolean copied =
          component.stream()
              .flatMap(original -> marks(original).stream())
              .anyMatch(one -> one.mirror().toString().equals(mark.mirror().toString()));
      if (!copied && component.isPresent()) {
        refuse(mark, "beside the component \"" + copy.getSimpleName() + "\"", "Put it there.");
      } else if (!copied) {
        refuse(mark, "in a record on anything but a component", REMOVE);
      }
    }
  }

  private static List<Mark> marks(Element element) {
    return NAMES.stream().sorted().flatMap(name -> Mark.find(element, name).stream()).toList();
  }

  private void refuse(Element element, String where, String cure) {
    marks(element).forEach(mark -> refuse(mark, where, cure));
  }

  private void refuse(Mark mark, String where, String cure) {
    report.add(mark.at(), Rule.T080, mark.simpleName(), where, cure);
  }
}
