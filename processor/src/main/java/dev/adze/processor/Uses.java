package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The user's elements that an adapter names, for the warnings that javac has for naming them. */
final class Uses {
  private final Elements elements;
  private final List<Element> used = new ArrayList<>();

  Uses(Elements elements) {
    this.elements = elements;
  }

  void add(Element element) {
    used.add(element);
  }

  /**
   * What the adapter has to suppress. Its user has been warned at the declaration and can do
   * nothing about a second warning in generated code.
   */
  Set<String> warnings() {
    Set<String> warnings = new TreeSet<>();
    for (Element element : used) {
      Stream.concat(Stream.of(element), Nesting.types(element).stream())
          .filter(elements::isDeprecated)
          .map(deprecated -> isForRemoval(deprecated) ? "removal" : "deprecation")
          .forEach(warnings::add);
    }
    return warnings;
  }

  private static boolean isForRemoval(Element element) {
    return Mark.find(element, Deprecated.class.getName())
        .map(mark -> mark.flag("forRemoval", false))
        .orElse(false);
  }
}
