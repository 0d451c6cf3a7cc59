package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one owner into a model. It finds fault with nothing. */
final class ToolReader {
  private final Elements elements;
  private final TypeElement owner;
  private final Unresolved unresolved;
  private final Docs docs;
  private final Supertypes supertypes;
  private final ApprovalReader approvals;
  private final Uses uses;
  private final ShapeReader shapes;

  /**
   * A reader.
   *
   * @param unresolved takes the types that do not exist, at least not yet
   * @param sources the names of the top-level types that are compiled from source
   */
  ToolReader(
      Elements elements,
      Types types,
      TypeElement owner,
      Unresolved unresolved,
      Set<String> sources) {
    this.elements = elements;
    this.owner = owner;
    this.unresolved = unresolved;
    this.docs = new Docs(elements, types, owner);
    this.supertypes = new Supertypes(elements, types, owner);
    this.approvals = new ApprovalReader(owner, supertypes, unresolved);
    this.uses = new Uses(elements);
    Visibility visibility = new Visibility(elements.getPackageOf(owner));
    this.shapes = new ShapeReader(docs, visibility, uses, unresolved, sources);
  }

  ToolClass read() {
    uses.add(owner);
    supertypes.missing().forEach((name, type) -> unresolved.add(name, docs.owns(type)));
    List<ToolMethod> tools =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .flatMap(method -> tool(method).stream())
            .toList();
    return new ToolClass(
        owner,
        ClassName.get(owner),
        GeneratedName.of(owner),
        tools,
        supertypes.inheritedTools(),
        strays(tools),
        warnings(),
        Visibility.isPublic(owner),
        uses.origins(),
        uses.hasWildcards(),
        isMarked());
  }

  private Optional<ToolMethod> tool(ExecutableElement method) {
    return Mark.find(method, AnnotationNames.TOOL).map(mark -> tool(method, mark));
  }

  private ToolMethod tool(ExecutableElement method, Mark mark) {
    uses.add(method);
    Optional<ToolMethod.Approval> approval = approvals.read(method);
    approval.ifPresent(a ->
        elements.getAllMembers(owner).stream()
            .filter(member -> member.getSimpleName().contentEquals(a.preview()))
            .forEach(uses::add));
    String description = mark.text("value").strip();
    return new ToolMethod(
        method,
        mark.text("name").isEmpty() ? method.getSimpleName().toString() : mark.text("name"),
        mark.text("title"),
        description.isEmpty() ? docs.description(method) : description,
        hints(mark),
        mark.flag("sequential", false),
        mark.text("timeout"),
        approval,
        method.getParameters().stream().map(this::parameter).toList(),
        result(method),
        unresolved.check(mark));
  }

  private static ToolMethod.Hints hints(Mark mark) {
    ToolMethod.Hints defaults = ToolMethod.Hints.DEFAULTS;
    return new ToolMethod.Hints(
        mark.flag("readOnly", defaults.readOnly()),
        mark.flag("destructive", defaults.destructive()),
        mark.flag("idempotent", defaults.idempotent()),
        mark.flag("openWorld", defaults.openWorld()));
  }

  private ToolParameter parameter(VariableElement parameter) {
    List<Mark> marks =
        Stream.of(AnnotationNames.PARAM, AnnotationNames.NAME)
            .flatMap(name -> Mark.find(parameter, name).stream())
            .toList();
    marks.forEach(unresolved::check);
    return isA(parameter.asType(), RuntimeTypes.TOOL_CONTEXT)
        ? new ToolParameter.Context(marks)
        : new ToolParameter.Argument(shapes.fields().parameter(parameter));
  }

  private ToolResult result(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      return new ToolResult.None();
    }
    if (isA(type, RuntimeTypes.TOOL_OUTPUT)) {
      return new ToolResult.Output();
    }
    if (isA(type, ClassName.get(String.class))) {
      return new ToolResult.Text();
    }
    return new ToolResult.Value(shapes.read(type, method, At.element(method)));
  }

  private static boolean isA(TypeMirror type, ClassName name) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals(name.canonicalName());
  }

  /** Approvals that guard nothing: on methods that are no tools, on an owner without tools. */
  private List<Mark> strays(List<ToolMethod> tools) {
    Stream<Mark> onType =
        tools.isEmpty()
            ? Mark.find(owner, AnnotationNames.REQUIRES_APPROVAL).stream()
            : Stream.empty();
    Stream<Mark> onMethods =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(method -> !Mark.isOn(method, AnnotationNames.TOOL))
            .flatMap(method -> Mark.find(method, AnnotationNames.REQUIRES_APPROVAL).stream());
    return Stream.concat(onType, onMethods).toList();
  }

  /**
   * Everywhere what the user's elements are deprecated for. In a module also what its exports lead
   * to: {@code ServiceLoader} wants the adapter public, whatever the owner is.
   */
  private Set<String> warnings() {
    Set<String> warnings = uses.warnings();
    if (!elements.getModuleOf(owner).isUnnamed()) {
      warnings.add("exports");
    }
    return warnings;
  }

  /** {@code @Generated} is in {@code java.compiler}, which few modules require. */
  private boolean isMarked() {
    String generated = "javax.annotation.processing.Generated";
    return elements.getTypeElement(elements.getModuleOf(owner), generated) != null;
  }
}
