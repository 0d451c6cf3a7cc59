package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/** The name of the class that is written for an owner of tools, or for a type of answers. */
final class GeneratedName {
  private GeneratedName() {}

  /** {@code Outer_InnerFunctionTools} in the owner's package. */
  static ClassName of(TypeElement owner) {
    return of(owner, "FunctionTools");
  }

  /** {@code Outer_InnerOutput} in the package of a type of answers. */
  static ClassName ofOutput(TypeElement type) {
    return of(type, "Output");
  }

  private static ClassName of(TypeElement type, String suffix) {
    ClassName name = ClassName.get(type);
    return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + suffix);
  }
}
