package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one type of answers into a model. It finds fault with nothing. */
final class OutputReader {
  private final Elements elements;
  private final TypeElement type;
  private final Mark mark;
  private final Docs docs;
  private final Uses uses;
  private final ShapeReader shapes;

  /**
   * A reader.
   *
   * @param unresolved takes the types that do not exist, at least not yet
   * @param sources the names of the top-level types that are compiled from source
   */
  OutputReader(
      Elements elements,
      Types types,
      TypeElement type,
      Mark mark,
      Unresolved unresolved,
      Set<String> sources) {
    this.elements = elements;
    this.type = type;
    this.mark = unresolved.check(mark);
    this.docs = new Docs(elements, types, type);
    this.uses = new Uses(elements);
    Visibility visibility = new Visibility(elements.getPackageOf(type));
    this.shapes = new ShapeReader(docs, visibility, uses, unresolved, sources);
  }

  OutputClass read() {
    Shape shape = isPossible() ? shapes.read(type.asType(), type, At.element(type)) : notPossible();
    String description = mark.text("value").strip();
    String name = mark.text("name");
    return new OutputClass(
        type,
        mark,
        ClassName.get(type),
        GeneratedName.ofOutput(type),
        name.isEmpty() ? type.getSimpleName().toString() : name,
        description.isEmpty() ? docs.description(type) : description,
        shape,
        warnings(),
        uses.origins(),
        uses.hasWildcards(),
        isMarked());
  }

  private boolean isPossible() {
    boolean sealed = UnionReader.isSealed(type);
    boolean data =
        type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.CLASS || sealed;
    return data && type.getTypeParameters().isEmpty();
  }

  private Shape notPossible() {
    return type.getTypeParameters().isEmpty()
        ? ShapeFaults.noAnswer(ClassName.get(type))
        : ShapeFaults.generic(ClassName.get(type));
  }

  /** Of an exported class javac also wants to know what its constant's type leads to. */
  private Set<String> warnings() {
    Set<String> warnings = uses.warnings();
    if (!elements.getModuleOf(type).isUnnamed()) {
      warnings.add("exports");
    }
    return warnings;
  }

  /** {@code @Generated} is in {@code java.compiler}, which few modules require. */
  private boolean isMarked() {
    String generated = "javax.annotation.processing.Generated";
    return elements.getTypeElement(elements.getModuleOf(type), generated) != null;
  }
}
