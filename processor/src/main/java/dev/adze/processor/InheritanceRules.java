package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The rules for what an owner has from the types above it. */
final class InheritanceRules {
  private final Report report;
  private final Elements elements;
  private final Owners owners;
  private final Set<String> sources;

  InheritanceRules(Report report, Elements elements, Owners owners, Set<String> sources) {
    this.report = report;
    this.elements = elements;
    this.owners = owners;
    this.sources = sources;
  }

  void judge(ToolClass owner) {
    judgeTypeParameters(owner);
    owner.above().types().forEach(type -> judgeAdapter(owner, type));
    judgeNames(owner);
    owner.tools().forEach(tool -> judgeAccess(owner, tool.element()));
  }

  private void judgeTypeParameters(ToolClass owner) {
    TypeElement type = owner.element();
    boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    if (owner.open() && !isAbstract) {
      String cure = "Make it abstract and bind them in a subclass.";
      report.add(
          At.element(type), Rule.T079, "an object of " + type.getSimpleName() + " has none", cure);
    }
    boolean fromAbove =
        owner.tools().stream().anyMatch(tool -> !Nesting.parent(tool.element()).equals(type));
    owner
        .raw()
        .filter(raw -> fromAbove)
        .ifPresent(raw -> {
          String found = type.getSimpleName() + " names " + raw.getSimpleName() + " without them";
          report.add(At.element(type), Rule.T079, found, "Write them.");
        });
  }

  /** The adapter of a type that was compiled before exists, or was never written. */
  private void judgeAdapter(ToolClass owner, TypeElement above) {
    String adapter = GeneratedName.of(above).canonicalName();
    boolean compiledNow = sources.contains(Nesting.outermost(above).getQualifiedName().toString());
    if (!compiledNow && elements.getTypeElement(adapter) == null) {
      String name = owner.element().getSimpleName().toString();
      report.add(At.element(owner.element()), Rule.T078, name, above, adapter, above);
    }
  }

  /** Names are unique, and one method has one name. */
  private void judgeNames(ToolClass owner) {
    TypeElement type = owner.element();
    List<ExecutableElement> known = new ArrayList<>();
    owner.tools().forEach(tool -> known.add(tool.element()));
    for (ExecutableElement tool : owner.above().tools()) {
      for (ExecutableElement other : known) {
        boolean named = ToolMethod.nameOf(tool).equals(ToolMethod.nameOf(other));
        boolean same = owners.isSame(tool, other, type);
        if (named && !same) {
          report.add(
              At.element(type),
              Rule.T006,
              ToolMethod.nameOf(tool),
              ToolMethod.signature(other),
              ToolMethod.signature(tool));
        } else if (same && !named) {
          report.add(
              At.element(type),
              Rule.T086,
              tool.getSimpleName(),
              type.getSimpleName(),
              ToolMethod.nameOf(other),
              ToolMethod.nameOf(tool));
        }
      }
      known.add(tool);
    }
  }

  private void judgeAccess(ToolClass owner, ExecutableElement tool) {
    Element declaredIn = Nesting.parent(tool);
    boolean near = elements.getPackageOf(tool).equals(elements.getPackageOf(owner.element()));
    if (!near && !tool.getModifiers().contains(Modifier.PUBLIC)) {
      report.add(
          At.element(owner.element()),
          Rule.T087,
          owner.element().getSimpleName(),
          tool.getSimpleName(),
          declaredIn);
    }
  }
}
