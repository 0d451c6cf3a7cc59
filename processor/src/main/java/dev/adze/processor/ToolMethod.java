package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * A {@code @Tool} method.
 *
 * @param element the method
 * @param at where to report its faults: itself, or its owner if it is declared in another file
 * @param declaredIn the type to call it on if it is static
 * @param replaces the names of inherited tools that it takes the place of
 * @param name what the model calls it by
 * @param title what people call it by; may be empty
 * @param description what the model is told; may be empty
 * @param forgotten whether it has a comment that is not read; see {@link Docs}
 * @param hints what it says of its effects
 * @param sequential whether it runs alone
 * @param timeout an ISO-8601 duration as it was written; empty for none
 * @param approval the approval that it needs, if any
 * @param staticPreview whether the preview of the approval is called without an object
 * @param parameters its parameters in order
 * @param arguments what of these comes from the model
 * @param result what it returns
 * @param mark its annotation
 */
record ToolMethod(
    ExecutableElement element,
    At at,
    ClassName declaredIn,
    List<String> replaces,
    String name,
    String title,
    String description,
    boolean forgotten,
    Hints hints,
    boolean sequential,
    String timeout,
    Optional<Approval> approval,
    boolean staticPreview,
    List<ToolParameter> parameters,
    List<Field> arguments,
    ToolResult result,
    Mark mark) {
  /** What a tool says of its effects. */
  record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
    static final Hints DEFAULTS = new Hints(false, true, false, true);
  }

  /**
   * The approval that a tool needs.
   *
   * @param reason why; may be empty
   * @param preview the name of the method that says what a call would do; empty for none
   * @param rememberable whether "always" may be offered
   * @param previewAt where the preview is named
   */
  record Approval(String reason, String preview, boolean rememberable, At previewAt) {}

  String javaName() {
    return element.getSimpleName().toString();
  }

  boolean isStatic() {
    return isStatic(element);
  }

  static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  /** The name of the tool that a method is. */
  static String nameOf(ExecutableElement tool) {
    return Mark.find(tool, AnnotationNames.TOOL)
        .map(mark -> mark.text("name"))
        .filter(name -> !name.isEmpty())
        .orElse(tool.getSimpleName().toString());
  }

  /** Where an attribute of its annotation stands, as deep as the owner's file has it. */
  At at(String attribute) {
    return at.element().equals(element) ? mark.at(attribute) : at;
  }

  /** The method as messages show it, such as {@code search(String, int)}. */
  String signature() {
    return signature(element);
  }

  static String signature(ExecutableElement method) {
    return method.getSimpleName() + "(" + parameterTypes(method) + ")";
  }

  String parameterTypes() {
    return parameterTypes(element);
  }

  private static String parameterTypes(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> simple(parameter.asType().toString()))
        .collect(Collectors.joining(", "));
  }

  /** A type without its packages and its annotations. */
  private static String simple(String type) {
    return type.replaceAll("@[\\w.]+(\\([^)]*\\))?[, ]*", "").replaceAll("\\b[a-z]\\w*\\.", "");
  }
}
