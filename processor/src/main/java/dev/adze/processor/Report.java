package dev.adze.processor;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What was found in one owner, each thing once. */
final class Report {
  private final Set<Finding> findings = new LinkedHashSet<>();

  private record Finding(At at, Diagnostic.Kind kind, String text) {}

  void add(At at, Rule rule, Object... found) {
    add(at, rule.kind(), rule, found);
  }

  /** Adds a finding of a rule that is an error in some cases and a warning in others. */
  void add(At at, Diagnostic.Kind kind, Rule rule, Object... found) {
    if (kind == Diagnostic.Kind.ERROR || !isSilenced(at.element(), rule)) {
      findings.add(new Finding(at, kind, rule.text(found)));
    }
  }

  /** Whether there is no error. Warnings keep nothing from being written. */
  boolean isClean() {
    return findings.stream().noneMatch(finding -> finding.kind() == Diagnostic.Kind.ERROR);
  }

  void print(Messager messager) {
    for (Finding finding : findings) {
      finding.at().print(messager, finding.kind(), finding.text());
    }
  }

  private static boolean isSilenced(Element element, Rule rule) {
    for (@Nullable Element e = element; e != null; e = e.getEnclosingElement()) {
      if (Mark.find(e, SuppressWarnings.class.getName())
          .map(mark -> mark.texts("value").contains(rule.id()))
          .orElse(false)) {
        return true;
      }
    }
    return false;
  }
}
