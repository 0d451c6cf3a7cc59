package dev.adze.processor;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The documentation comments that descriptions come from: those in the owner's own file.
 *
 * <p>Class files keep no comments. If those of other files were read, what is generated would
 * depend on whether a type happened to be compiled in the same run, and every change of a comment
 * anywhere would ask for all owners to be compiled again. A comment that is passed over is warned
 * of, once.
 */
final class Docs {
  /** Compilers before 23 know no Markdown comments and have no method to ask. */
  private static final @Nullable Method KIND = kindMethod();

  private final Elements elements;
  private final Types types;
  private final TypeElement file;

  /** A method is asked for its own comment and for the tag of each parameter. */
  private final Map<Element, Comment> comments = new HashMap<>();

  Docs(Elements elements, Types types, TypeElement owner) {
    this.elements = elements;
    this.types = types;
    this.file = Nesting.outermost(owner);
  }

  /** Whether an element is declared in the owner's file. */
  boolean owns(Element element) {
    return Nesting.outermost(element).equals(file);
  }

  /** The plain main description, or an empty text. */
  String description(Element element) {
    return description(element, Comment::description);
  }

  /** The plain text of a {@code @param} tag, or an empty text. */
  String param(Element element, String name) {
    return description(element, comment -> comment.param(name));
  }

  /** Whether an element of another file has a comment. */
  boolean forgets(Element element) {
    return !owns(element) && elements.getDocComment(element) != null;
  }

  /** Whether a type of another file has a {@code @param} tag of a name. */
  boolean forgetsParam(Element element, String name) {
    return !owns(element) && !comment(element).param(name).isBlank();
  }

  private interface Part {
    String of(Comment comment);
  }

  private String description(Element element, Part part) {
    if (!owns(element)) {
      return "";
    }
    Comment comment = comment(element);
    String text = part.of(comment);
    boolean inherits = text.isBlank() || text.contains("{@inheritDoc}");
    String inherited = inherits ? inherited(element, part) : "";
    return text.isBlank() ? inherited : DocText.plain(text, comment.markdown(), inherited);
  }

  private Comment comment(Element element) {
    return comments.computeIfAbsent(element, this::parsed);
  }

  private Comment parsed(Element element) {
    String text = elements.getDocComment(element);
    return text == null ? Comment.NONE : Comment.of(text, isMarkdown(element));
  }

  private String inherited(Element element, Part part) {
    if (!(element instanceof ExecutableElement method)) {
      return "";
    }
    TypeElement owner = (TypeElement) Nesting.parent(element);
    return new Supertypes(elements, types, owner)
        .overriddenBy(method).stream()
            .findFirst()
            .map(above -> description(above, part))
            .orElse("");
  }

  private boolean isMarkdown(Element element) {
    try {
      return KIND != null && String.valueOf(KIND.invoke(elements, element)).equals("END_OF_LINE");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Method kindMethod() {
    try {
      return Elements.class.getMethod("getDocCommentKind", Element.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
