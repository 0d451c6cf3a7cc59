package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import javax.lang.model.element.TypeElement;

/** The name of the class that is written for an owner. */
final class GeneratedName {
  private GeneratedName() {}

  /** {@code Outer_InnerFunctionTools} in the owner's package. */
  static ClassName of(TypeElement owner) {
    ClassName name = ClassName.get(owner);
    String simple = String.join("_", name.simpleNames()) + "FunctionTools";
    return ClassName.get(name.packageName(), simple);
  }
}
