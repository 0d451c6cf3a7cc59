package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What an element is declared in. */
final class Nesting {
  private Nesting() {}

  /** What a parameter, member or type is declared in; it always is in something. */
  static Element parent(Element element) {
    return Objects.requireNonNull(element.getEnclosingElement(), "enclosing element");
  }

  /** The types around an element from the inside out, beginning with itself if it is one. */
  static List<TypeElement> types(Element element) {
    List<TypeElement> types = new ArrayList<>();
    for (@Nullable Element e = element; e != null && !(e instanceof PackageElement); ) {
      if (e instanceof TypeElement type) {
        types.add(type);
      }
      e = e.getEnclosingElement();
    }
    return types;
  }

  /** The innermost type around an element, the element itself if it is one. */
  static Optional<TypeElement> typeAround(Element element) {
    return types(element).stream().findFirst();
  }

  /** The type that names the file that an element is in. */
  static TypeElement outermost(Element element) {
    Element outermost = element;
    for (@Nullable Element e = element; e != null && !(e instanceof PackageElement); ) {
      outermost = e;
      e = e.getEnclosingElement();
    }
    return (TypeElement) outermost;
  }

  /** The name of the module that an element is in; empty for the unnamed one. */
  static String module(Element element, Elements elements) {
    @Nullable ModuleElement module = elements.getModuleOf(element);
    return module == null ? "" : module.getQualifiedName().toString();
  }
}
