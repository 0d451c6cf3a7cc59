package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * An owner: a class with {@code @Tool} methods.
 *
 * @param element the class
 * @param name its name
 * @param generated the name of its adapter
 * @param tools its tools in the order of the source
 * @param inherited {@code @Tool} methods of its supertypes that it does not override
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
    List<ToolMethod> tools,
    List<ExecutableElement> inherited,
    List<Mark> strays,
    Set<String> warnings,
    boolean visible,
    Set<Element> origins,
    boolean wildcards,
    boolean marked) {
  /** Whether no tool needs an object to be called on. */
  boolean isStatic() {
    return tools.stream().allMatch(ToolMethod::isStatic);
  }
}
