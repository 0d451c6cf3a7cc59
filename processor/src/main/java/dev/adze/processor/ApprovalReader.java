package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final Supertypes supertypes;
  private final Unresolved unresolved;

  ApprovalReader(Owners owners, TypeElement owner, Supertypes supertypes, Unresolved unresolved) {
    this.owners = owners;
    this.owner = owner;
    this.supertypes = supertypes;
    this.unresolved = unresolved;
  }

  Optional<ToolMethod.Approval> read(ExecutableElement method) {
    List<Element> places = new ArrayList<>(List.of(method));
    types()
        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .filter(other -> !other.equals(method) && owners.isSame(method, other, owner))
        .forEach(places::add);
    types().forEach(places::add);
    return merge(method, places.stream());
  }

  /** What the owner and types above it ask for tools of types that do not ask it themselves. */
  Optional<ToolMethod.Approval> readFor(List<TypeElement> above) {
    return merge(
        owner,
        types()
            .filter(type -> above.stream().anyMatch(other -> !owners.isSameOrBelow(other, type)))
            .map(type -> type));
  }

  private Stream<TypeElement> types() {
    return Stream.concat(Stream.of(owner), supertypes.all().stream());
  }

  /** The nearest text wins; one refusal of "always" is enough. */
  private Optional<ToolMethod.Approval> merge(Element guarded, Stream<? extends Element> places) {
    List<Mark> marks =
        places
            .flatMap(place -> Mark.find(place, AnnotationNames.REQUIRES_APPROVAL).stream())
            .map(unresolved::check)
            .toList();
    return marks.isEmpty() ? Optional.empty() : Optional.of(merge(guarded, marks));
  }

  private ToolMethod.Approval merge(Element guarded, List<Mark> marks) {
    Optional<Mark> preview = marks.stream().filter(m -> !m.text("preview").isEmpty()).findFirst();
    return new ToolMethod.Approval(
        marks.stream().map(m -> m.text("value")).filter(t -> !t.isEmpty()).findFirst().orElse(""),
        preview.map(mark -> mark.text("preview")).orElse(""),
        marks.stream().allMatch(mark -> mark.flag("always", true)),
        preview
            .filter(mark -> mark.element().equals(guarded) || mark.element().equals(owner))
            .filter(mark -> isNear(mark.element()))
            .map(mark -> mark.at("preview"))
            .orElse(At.element(isNear(guarded) ? guarded : owner)));
  }

  /** Whether an element is in the owner's file, where its faults can be shown. */
  private boolean isNear(Element element) {
    return Nesting.outermost(element).equals(Nesting.outermost(owner));
  }
}
