package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the approval that a tool needs. It holds for whatever overrides or implements the annotated
 * method and for every tool of a subtype of an annotated type: below, it can be tightened only.
 */
final class ApprovalReader {
  private final Owners owners;
  private final TypeElement owner;
  private final Unresolved unresolved;

  /** The owner and the types above it. */
  private final List<TypeElement> types = new ArrayList<>();

  /** The methods of these types that ask for it, which few do. */
  private final List<ExecutableElement> guarded = new ArrayList<>();

  ApprovalReader(Owners owners, TypeElement owner, Supertypes supertypes, Unresolved unresolved) {
    this.owners = owners;
    this.owner = owner;
    this.unresolved = unresolved;
    types.add(owner);
    types.addAll(supertypes.all());
    for (TypeElement type : types) {
      for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
        if (Mark.isOn(method, AnnotationNames.REQUIRES_APPROVAL)) {
          guarded.add(method);
        }
      }
    }
  }

  Optional<ToolMethod.Approval> read(ExecutableElement method) {
    List<Mark> marks = new ArrayList<>();
    add(method, marks);
    for (ExecutableElement other : guarded) {
      if (!other.equals(method) && owners.isSame(method, other, owner)) {
        add(other, marks);
      }
    }
    for (TypeElement type : types) {
      add(type, marks);
    }
    return merge(method, marks);
  }

  /** What the owner and types above it ask for tools of types that do not ask it themselves. */
  Optional<ToolMethod.Approval> readFor(List<TypeElement> above) {
    List<Mark> marks = new ArrayList<>();
    for (TypeElement type : types) {
      if (above.stream().anyMatch(other -> !owners.isSameOrBelow(other, type))) {
        add(type, marks);
      }
    }
    return merge(owner, marks);
  }

  private void add(Element place, List<Mark> marks) {
    Optional<Mark> mark = Mark.find(place, AnnotationNames.REQUIRES_APPROVAL);
    if (mark.isPresent()) {
      marks.add(unresolved.check(mark.get()));
    }
  }

  /** The nearest text wins; one refusal of "always" is enough. */
  private Optional<ToolMethod.Approval> merge(Element guarded, List<Mark> marks) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mark> preview = marks.stream().filter(m -> !m.text("preview").isEmpty()).findFirst();
    return Optional.of(
        new ToolMethod.Approval(
            marks.stream()
                .map(m -> m.text("value"))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse(""),
            preview.map(mark -> mark.text("preview")).orElse(""),
            marks.stream().allMatch(mark -> mark.flag("always", true)),
            preview
                .filter(mark -> mark.element().equals(guarded) || mark.element().equals(owner))
                .filter(mark -> isNear(mark.element()))
                .map(mark -> mark.at("preview"))
                .orElse(At.element(isNear(guarded) ? guarded : owner))));
  }

  /** Whether an element is in the owner's file, where its faults can be shown. */
  private boolean isNear(Element element) {
    return Nesting.outermost(element).equals(Nesting.outermost(owner));
  }
}
