package dev.adze.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Tells which types get an adapter and what it offers. A type has one if it declares a tool, binds
 * the type parameters of one above it, tightens what it inherits, or joins the tools of several
 * types. Any other type is served by the adapter of the type above it.
 *
 * <p>It looks only at what class files keep, so that the answer is the same whether a type is
 * compiled now or was compiled before. For one round: elements do not outlive it.
 */
final class Owners {
  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, List<ExecutableElement>> tools = new HashMap<>();
  private final Map<TypeElement, Boolean> adapters = new HashMap<>();
  private final Map<ModuleElement, Boolean> marks = new HashMap<>();

  Owners(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** Whether a type has anything to be read: tools, or annotations that may be out of place. */
  boolean concerns(TypeElement type) {
    return Mark.isOn(type, AnnotationNames.REQUIRES_APPROVAL)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(method ->
                Mark.isOn(method, AnnotationNames.TOOL)
                    || Mark.isOn(method, AnnotationNames.REQUIRES_APPROVAL))
        || hasAdapter(type);
  }

  /** {@code @Generated} is in {@code java.compiler}, which few modules require. */
  boolean mayBeMarked(TypeElement type) {
    String generated = "javax.annotation.processing.Generated";
    return marks.computeIfAbsent(
        elements.getModuleOf(type), module -> elements.getTypeElement(module, generated) != null);
  }

  /** Whether an adapter is written for a type, or was. */
  boolean hasAdapter(TypeElement type) {
    @Nullable Boolean known = adapters.get(type);
    if (known == null) {
      known = findAdapter(type);
      adapters.put(type, known);
    }
    return known;
  }

  private boolean findAdapter(TypeElement type) {
    if (isOpen(type)) {
      return false;
    }
    if (!declared(type).isEmpty()) {
      return true;
    }
    List<TypeElement> above = above(type);
    boolean tightens = !above.isEmpty() && Mark.isOn(type, AnnotationNames.REQUIRES_APPROVAL);
    return (tightens || above.size() > 1 || !tools(type).isEmpty()) && isReachable(type);
  }

  /** What declares no tool may be hidden: nobody is to be bothered with an error about it. */
  private static boolean isReachable(TypeElement type) {
    return Nesting.types(type).stream()
            .noneMatch(around -> around.getModifiers().contains(Modifier.PRIVATE))
        && !isInner(type);
  }

  /** Whether every object of a type needs one of the type around it. */
  static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  /**
   * Whether a tool of a type speaks of its type parameters, so that only a type that binds them can
   * have an adapter.
   */
  boolean isOpen(TypeElement type) {
    return !type.getTypeParameters().isEmpty()
        && tools(type).stream().anyMatch(tool -> mentionsParameter(in(type, tool)));
  }

  /** A method as a type has it, with what the type has bound. */
  ExecutableType in(TypeElement type, ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        ? (ExecutableType) method.asType()
        : (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  private static boolean mentionsParameter(ExecutableType method) {
    return isParameter(method.getReturnType())
        || method.getParameterTypes().stream().anyMatch(Owners::isParameter);
  }

  private static boolean isParameter(@Nullable TypeMirror type) {
    if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
      return variable.asElement().getEnclosingElement() instanceof TypeElement;
    }
    if (type instanceof ArrayType array) {
      return isParameter(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return isParameter(wildcard.getExtendsBound()) || isParameter(wildcard.getSuperBound());
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(Owners::isParameter);
  }

  /**
   * The tools that an adapter of a type has to write itself: those that the type declares, and
   * those of types above it that have no adapter because they are open.
   */
  List<ExecutableElement> tools(TypeElement type) {
    @Nullable List<ExecutableElement> known = tools.get(type);
    if (known == null) {
      known = findTools(type);
      tools.put(type, known);
    }
    return known;
  }

  private List<ExecutableElement> findTools(TypeElement type) {
    List<ExecutableElement> found = new ArrayList<>(declared(type));
    for (TypeElement above : supertypes(type)) {
      if (!hasAdapter(above)) {
        tools(above).stream().filter(tool -> isNew(tool, found, type)).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private boolean isNew(ExecutableElement tool, List<ExecutableElement> found, TypeElement type) {
    return found.stream().noneMatch(other -> isSame(other, tool, type));
  }

  /** The nearest types above a type whose adapters offer what it inherits. */
  List<TypeElement> above(TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>();
    for (TypeElement above : supertypes(type)) {
      found.addAll(hasAdapter(above) ? List.of(above) : above(above));
    }
    return found.stream()
        .filter(one ->
            found.stream().noneMatch(other -> !other.equals(one) && isSameOrBelow(other, one)))
        .toList();
  }

  /** Whether an object of a type is one of another. */
  boolean isSameOrBelow(TypeElement type, TypeElement above) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(above.asType()));
  }

  /** All tools that the adapter of a type offers: its own and those that it inherits. */
  List<ExecutableElement> offered(TypeElement type) {
    List<ExecutableElement> offered = new ArrayList<>(tools(type));
    for (TypeElement above : above(type)) {
      offered(above).stream().filter(tool -> isNew(tool, offered, type)).forEach(offered::add);
    }
    return offered;
  }

  /** Whether two methods are one in a type: a call of either runs the same code. */
  boolean isSame(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return one.equals(other)
        || (one.getSimpleName().equals(other.getSimpleName())
            && (elements.overrides(one, other, type)
                || elements.overrides(other, one, type)
                || elements.hides(one, other)
                || elements.hides(other, one)
                || isImplementedWith(one, other, type)));
  }

  /** Whether two methods take the same in a type. */
  boolean hasSameParameters(ExecutableElement one, ExecutableElement other, TypeElement type) {
    List<? extends TypeMirror> expected = in(type, one).getParameterTypes();
    List<? extends TypeMirror> actual = in(type, other).getParameterTypes();
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = types.isSameType(expected.get(i), actual.get(i));
    }
    return same;
  }

  /** Two interfaces may declare the same method, of which neither overrides the other. */
  private boolean isImplementedWith(
      ExecutableElement one, ExecutableElement other, TypeElement type) {
    return isInheritedFromInterface(one)
        && isInheritedFromInterface(other)
        && types.isSubsignature(in(type, one), in(type, other));
  }

  private static boolean isInheritedFromInterface(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    return Nesting.parent(method).getKind().isInterface()
        && modifiers.contains(Modifier.PUBLIC)
        && !modifiers.contains(Modifier.STATIC);
  }

  /** Whether all types above a type exist already. */
  boolean isComplete(TypeElement type) {
    return types.directSupertypes(type.asType()).stream()
        .noneMatch(above -> above.getKind() == TypeKind.ERROR);
  }

  private List<TypeElement> supertypes(TypeElement type) {
    List<TypeElement> above = new ArrayList<>();
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      if (supertype.getKind() == TypeKind.DECLARED
          && ((DeclaredType) supertype).asElement() instanceof TypeElement element
          && !element.getQualifiedName().toString().startsWith("java.")) {
        above.add(element);
      }
    }
    return above;
  }

  private static List<ExecutableElement> declared(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> Mark.isOn(method, AnnotationNames.TOOL))
        .toList();
  }
}
