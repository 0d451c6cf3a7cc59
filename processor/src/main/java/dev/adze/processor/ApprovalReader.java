package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads the approval that a tool needs. It holds for whatever overrides or implements the annotated
 * method and for every tool of a subtype of an annotated type: below, it can be tightened only.
 */
final class ApprovalReader {
  private final TypeElement owner;
  private final Supertypes supertypes;
  private final Unresolved unresolved;

  ApprovalReader(TypeElement owner, Supertypes supertypes, Unresolved unresolved) {
    this.owner = owner;
    this.supertypes = supertypes;
    this.unresolved = unresolved;
  }

  Optional<ToolMethod.Approval> read(ExecutableElement method) {
    List<Element> places = new ArrayList<>(List.of(method));
    places.addAll(supertypes.overriddenBy(method));
    places.add(owner);
    places.addAll(supertypes.all());
    List<Mark> marks =
        places.stream()
            .flatMap(place -> Mark.find(place, AnnotationNames.REQUIRES_APPROVAL).stream())
            .map(unresolved::check)
            .toList();
    return marks.isEmpty() ? Optional.empty() : Optional.of(merge(method, marks));
  }

  /** The nearest text wins; one refusal of "always" is enough. */
  private ToolMethod.Approval merge(ExecutableElement method, List<Mark> marks) {
    Optional<Mark> preview = marks.stream().filter(m -> !m.text("preview").isEmpty()).findFirst();
    return new ToolMethod.Approval(
        marks.stream().map(m -> m.text("value")).filter(t -> !t.isEmpty()).findFirst().orElse(""),
        preview.map(mark -> mark.text("preview")).orElse(""),
        marks.stream().allMatch(mark -> mark.flag("always", true)),
        preview
            .filter(mark -> mark.element().equals(method) || mark.element().equals(owner))
            .map(mark -> mark.at("preview"))
            .orElse(At.element(method)));
  }
}
