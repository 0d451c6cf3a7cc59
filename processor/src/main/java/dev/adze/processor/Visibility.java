package dev.adze.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What generated code in the owner's package may name. */
record Visibility(PackageElement ownerPackage) {
  /** Whether code in the owner's package can name a type. */
  boolean reaches(TypeElement type) {
    boolean near = Nesting.parent(Nesting.outermost(type)).equals(ownerPackage);
    return Nesting.types(type).stream()
        .map(Element::getModifiers)
        .allMatch(m -> near ? !m.contains(Modifier.PRIVATE) : m.contains(Modifier.PUBLIC));
  }

  /** Whether code in the owner's package can call a method or constructor of a type it can name. */
  boolean reachesMember(Element member) {
    boolean near = Nesting.parent(Nesting.outermost(member)).equals(ownerPackage);
    return near
        ? !member.getModifiers().contains(Modifier.PRIVATE)
        : member.getModifiers().contains(Modifier.PUBLIC);
  }

  /** Whether a type and those around it are public. */
  static boolean isPublic(TypeElement type) {
    return Nesting.types(type).stream()
        .allMatch(around -> around.getModifiers().contains(Modifier.PUBLIC));
  }
}
