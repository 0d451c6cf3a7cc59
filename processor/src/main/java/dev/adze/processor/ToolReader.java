package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one owner into a model. It finds fault with nothing. */
final class ToolReader {
  private final Elements elements;
  private final Owners owners;
  private final TypeElement owner;
  private final ClassName name;
  private final Unresolved unresolved;
  private final Docs docs;
  private final Supertypes supertypes;
  private final ApprovalReader approvals;
  private final Uses uses;
  private final ShapeReader shapes;
  private final ResultReader results;

  /** The nearest types above the owner whose adapters offer what it inherits. */
  private final List<TypeElement> above;

  /**
   * A reader.
   *
   * @param unresolved takes the types that do not exist, at least not yet
   * @param sources the names of the top-level types that are compiled from source
   */
  ToolReader(
      Elements elements,
      Types types,
      Owners owners,
      TypeElement owner,
      Unresolved unresolved,
      Set<String> sources) {
    this.elements = elements;
    this.owners = owners;
    this.owner = owner;
    this.name = ClassName.get(owner);
    this.unresolved = unresolved;
    this.docs = new Docs(elements, types, owner);
    this.supertypes = new Supertypes(elements, types, owner);
    this.approvals = new ApprovalReader(owners, owner, supertypes, unresolved);
    this.uses = new Uses(elements);
    Visibility visibility = new Visibility(elements.getPackageOf(owner));
    this.shapes = new ShapeReader(docs, visibility, uses, unresolved, sources);
    this.results = new ResultReader(shapes);
    this.above = owners.above(owner);
  }

  ToolClass read() {
    uses.add(owner);
    supertypes.missing().forEach((name, type) -> unresolved.add(name, docs.owns(type)));
    List<ToolMethod> tools =
        owners.tools(owner).stream().flatMap(method -> tool(method).stream()).toList();
    ToolClass.Above above = above();
    return new ToolClass(
        owner,
        name,
        GeneratedName.of(owner),
        owners.isOpen(owner),
        supertypes.raw(),
        tools,
        above,
        strays(tools.isEmpty() && above.types().isEmpty()),
        warnings(),
        Visibility.isPublic(owner),
        uses.origins(),
        uses.hasWildcards(),
        owners.mayBeMarked(owner));
  }

  private ToolClass.Above above() {
    List<ExecutableElement> tools = new ArrayList<>();
    for (TypeElement type : above) {
      owners.offered(type).stream().filter(this::isInherited).forEach(tools::add);
    }
    return new ToolClass.Above(above, tools, approvals.readFor(above));
  }

  private boolean isInherited(ExecutableElement tool) {
    return owners.tools(owner).stream().noneMatch(own -> owners.isSame(own, tool, owner));
  }

  private Optional<ToolMethod> tool(ExecutableElement method) {
    if (!isWhole(method)) {
      unresolved.add(method.toString(), true);
      return Optional.empty();
    }
    return Mark.find(method, AnnotationNames.TOOL).map(mark -> tool(method, mark));
  }

  /** Eclipse's compiler hands over pieces of what it cannot parse, and says so itself. */
  private static boolean isWhole(ExecutableElement method) {
    return method.getParameters().stream()
        .noneMatch(parameter -> parameter.getEnclosingElement() == null);
  }

  private ToolMethod tool(ExecutableElement method, Mark mark) {
    uses.add(method);
    At at = docs.owns(method) ? At.element(method) : At.element(owner);
    Optional<ToolMethod.Approval> approval = approvals.read(method);
    List<ExecutableElement> previews = approval.map(this::previews).orElse(List.of());
    previews.forEach(uses::add);
    String description = mark.text("value").strip();
    List<ToolParameter> parameters = parameters(method);
    return new ToolMethod(
        method,
        at,
        declaredIn(method),
        replaced(method),
        ToolMethod.nameOf(method),
        mark.text("title"),
        description.isEmpty() ? docs.description(method) : description,
        description.isEmpty() && docs.forgets(method),
        hints(mark),
        mark.flag("sequential", false),
        mark.text("timeout"),
        approval,
        previews.stream()
            .anyMatch(preview ->
                ToolMethod.isStatic(preview) && owners.hasSameParameters(method, preview, owner)),
        parameters,
        arguments(parameters),
        results.read(method, returned(method), at),
        unresolved.check(mark));
  }

  /** The methods that have the name of the preview. */
  private List<ExecutableElement> previews(ToolMethod.Approval approval) {
    return approval.preview().isEmpty()
        ? List.of()
        : ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
            .filter(method -> method.getSimpleName().contentEquals(approval.preview()))
            .toList();
  }

  /** What an interface declares as static is not inherited. */
  private ClassName declaredIn(ExecutableElement method) {
    TypeElement type = (TypeElement) Nesting.parent(method);
    return type.getKind().isInterface() ? ClassName.get(type) : name;
  }

  /** The names of inherited tools that are the same method. */
  private List<String> replaced(ExecutableElement method) {
    return above.stream()
        .flatMap(type -> owners.offered(type).stream())
        .filter(tool -> owners.isSame(method, tool, owner))
        .map(ToolMethod::nameOf)
        .distinct()
        .toList();
  }

  private static ToolMethod.Hints hints(Mark mark) {
    ToolMethod.Hints defaults = ToolMethod.Hints.DEFAULTS;
    return new ToolMethod.Hints(
        mark.flag("readOnly", defaults.readOnly()),
        mark.flag("destructive", defaults.destructive()),
        mark.flag("idempotent", defaults.idempotent()),
        mark.flag("openWorld", defaults.openWorld()));
  }

  private List<ToolParameter> parameters(ExecutableElement method) {
    List<ToolParameter> parameters = new ArrayList<>();
    List<? extends TypeMirror> types =
        isBound(method) ? owners.in(owner, method).getParameterTypes() : declaredTypes(method);
    for (int i = 0; i < types.size(); i++) {
      parameters.add(parameter(method.getParameters().get(i), types.get(i)));
    }
    return parameters;
  }

  /**
   * Whether a method has other types in the owner than where it is declared. Its own are better
   * where they will do: they keep their annotations.
   */
  private boolean isBound(ExecutableElement method) {
    return !Nesting.parent(method).equals(owner);
  }

  private TypeMirror returned(ExecutableElement method) {
    return isBound(method) ? owners.in(owner, method).getReturnType() : method.getReturnType();
  }

  private static List<TypeMirror> declaredTypes(ExecutableElement method) {
    List<TypeMirror> types = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      types.add(parameter.asType());
    }
    return types;
  }

  private static List<Field> arguments(List<ToolParameter> parameters) {
    List<Field> arguments = new ArrayList<>();
    for (ToolParameter parameter : parameters) {
      if (parameter instanceof ToolParameter.Argument argument) {
        arguments.add(argument.field());
      }
    }
    return arguments;
  }

  private ToolParameter parameter(VariableElement parameter, TypeMirror type) {
    List<Mark> marks = new ArrayList<>();
    for (String name : List.of(AnnotationNames.PARAM, AnnotationNames.NAME)) {
      Optional<Mark> mark = Mark.find(parameter, name);
      if (mark.isPresent()) {
        marks.add(unresolved.check(mark.get()));
      }
    }
    return ResultReader.isA(type, RuntimeTypes.TOOL_CONTEXT)
        ? new ToolParameter.Context(marks)
        : new ToolParameter.Argument(shapes.fields().parameter(parameter, type, owner));
  }

  /** Approvals that guard nothing: on methods that are no tools, on an owner without tools. */
  private List<Mark> strays(boolean hasNoTools) {
    Stream<Mark> onType =
        hasNoTools ? Mark.find(owner, AnnotationNames.REQUIRES_APPROVAL).stream() : Stream.empty();
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
}
