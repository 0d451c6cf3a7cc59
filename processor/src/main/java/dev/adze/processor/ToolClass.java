package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * An owner: a type with {@code @Tool} methods, its own or inherited ones.
 *
 * @param element the type
 * @param name its name
 * @param generated the name of its adapter
 * @param open whether its tools speak of its type parameters, so that it has no adapter
 * @param raw a generic type above it whose type arguments are missing, if there is one
 * @param tools the tools that its adapter writes, in the order of the source
 * @param above what its adapter inherits
 * @param strays {@code @RequiresApproval} annotations that guard no tool
 * @param warnings what the compiler would warn of in the adapter through no fault of its user
 * @param visible whether the adapter's factory method is public
 * @param origins elements of other files that the adapter comes from
 * @param wildcards whether types of its tools have wildcards
 * @param marked whether the owner's module can see {@code @Generated}
 */
record ToolClass(
    TypeElement element,
    ClassName name,
    ClassName generated,
    boolean open,
    Optional<TypeElement> raw,
    List<ToolMethod> tools,
    Above above,
    List<Mark> strays,
    Set<String> warnings,
    boolean visible,
    Set<Element> origins,
    boolean wildcards,
    boolean marked) {
  /**
   * What an owner inherits.
   *
   * @param types the types whose adapters offer it
   * @param tools the tools that the owner does not declare anew
   * @param approval what types beside them ask for all of these tools, if anything
   */
  record Above(
      List<TypeElement> types,
      List<ExecutableElement> tools,
      Optional<ToolMethod.Approval> approval) {}

  /** The type of its objects. */
  TypeName type() {
    int parameters = element.getTypeParameters().size();
    if (parameters == 0) {
      return name;
    }
    TypeName any = WildcardTypeName.subtypeOf(Object.class);
    return ParameterizedTypeName.get(
        name, Collections.nCopies(parameters, any).toArray(new TypeName[0]));
  }

  /** Whether it has tools, of its own or inherited. */
  boolean hasTools() {
    return !tools.isEmpty() || !above.types().isEmpty();
  }

  /** Whether no tool needs an object to be called on. */
  boolean isStatic() {
    return tools.stream().allMatch(ToolMethod::isStatic)
        && above.tools().stream().allMatch(ToolMethod::isStatic);
  }
}
