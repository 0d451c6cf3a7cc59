package dev.adze.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** What an adapter uses of what its user wrote, as far as javac or the adapter's code cares. */
final class Uses {
  private final Elements elements;
  private final List<Element> used = new ArrayList<>();

  private final Set<Element> origins = new LinkedHashSet<>();
  private boolean wildcards;

  Uses(Elements elements) {
    this.elements = elements;
  }

  void add(Element element) {
    used.add(element);
  }

  /** Notes a file of which something is used that class files do not keep. */
  void addOrigin(Element outermost) {
    origins.add(outermost);
  }

  /** Other files that the adapter comes from, so that it has to be written again with them. */
  Set<Element> origins() {
    return origins;
  }

  /** Notes a wildcard. */
  void addWildcard() {
    wildcards = true;
  }

  /** Whether a type of the owner has a wildcard, so that code has to take any type under one. */
  boolean hasWildcards() {
    return wildcards;
  }

  /**
   * What the adapter has to suppress. Its user has been warned at the declaration and can do
   * nothing about a second warning in generated code.
   */
  Set<String> warnings() {
    Set<String> warnings = new TreeSet<>();
    for (Element element : used) {
      addWarning(element, warnings);
      Nesting.types(element).forEach(around -> addWarning(around, warnings));
    }
    return warnings;
  }

  private void addWarning(Element element, Set<String> warnings) {
    if (elements.isDeprecated(element)) {
      warnings.add(isForRemoval(element) ? "removal" : "deprecation");
    }
  }

  private static boolean isForRemoval(Element element) {
    return Mark.find(element, Deprecated.class.getName())
        .map(mark -> mark.flag("forRemoval", false))
        .orElse(false);
  }
}
