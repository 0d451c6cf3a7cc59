package dev.adze.processor;

import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What a type is remembered by from one round to the next, which elements do not outlive. Modules
 * that are compiled together may each have a type of the same name.
 *
 * @param module the name of its module, empty for the unnamed one
 * @param type its canonical name
 */
record SourceName(String module, String type) implements Comparable<SourceName> {
  static SourceName of(TypeElement type, Elements elements) {
    return new SourceName(Nesting.module(type, elements), type.getQualifiedName().toString());
  }

  /** The type in the present round. */
  TypeElement find(Elements elements) {
    return module.isEmpty()
        ? elements.getTypeElement(type)
        : elements.getTypeElement(elements.getModuleElement(module), type);
  }

  @Override
  public int compareTo(SourceName other) {
    int modules = module.compareTo(other.module);
    return modules != 0 ? modules : type.compareTo(other.type);
  }
}
