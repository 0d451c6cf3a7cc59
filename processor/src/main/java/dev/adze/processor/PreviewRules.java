package dev.adze.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules for the method that an approval names as its preview. */
final class PreviewRules {
  /** Previews run before anybody is asked, and whatever they do is done then. */
  private static final String IS_TOOL = "is a tool, and would run before it is approved";

  private final Report report;
  private final Elements elements;
  private final Types types;
  private final Owners owners;

  PreviewRules(Report report, Elements elements, Types types, Owners owners) {
    this.owners = owners;
    this.report = report;
    this.elements = elements;
    this.types = types;
  }

  void judge(ToolClass owner, ToolMethod tool, ToolMethod.Approval approval) {
    String name = approval.preview();
    if (name.isEmpty()) {
      return;
    }
    List<ExecutableElement> all = ElementFilter.methodsIn(elements.getAllMembers(owner.element()));
    List<ExecutableElement> named =
        all.stream().filter(method -> method.getSimpleName().contentEquals(name)).toList();
    String fault = fault(owner, tool, named);
    if (!fault.isEmpty()) {
      String modifier = tool.isStatic() ? "static " : "";
      report.add(
          approval.previewAt(),
          Rule.T075,
          name,
          tool.javaName(),
          fault,
          named.isEmpty() ? NearMiss.hint(name, candidates(owner, tool, all)) : "",
          modifier,
          fault.equals(IS_TOOL) ? "previewOf" + GeneratedNames.capitalized(tool.javaName()) : name,
          tool.parameterTypes());
    }
  }

  private boolean isTool(ExecutableElement method, ToolClass owner) {
    return owners.offered(owner.element()).stream()
        .anyMatch(tool -> owners.isSame(method, tool, owner.element()));
  }

  /** The names of the methods that could be the preview. */
  private List<String> candidates(
      ToolClass owner, ToolMethod tool, List<ExecutableElement> methods) {
    return methods.stream()
        .filter(method -> fault(owner, tool, List.of(method)).isEmpty())
        .map(method -> method.getSimpleName().toString())
        .sorted()
        .toList();
  }

  private String fault(ToolClass owner, ToolMethod tool, List<ExecutableElement> named) {
    List<ExecutableElement> alike = new ArrayList<>(named);
    alike.removeIf(method -> !owners.hasSameParameters(tool.element(), method, owner.element()));
    if (alike.isEmpty()) {
      return named.isEmpty() ? "does not exist" : "does not have the tool's parameters";
    }
    ExecutableElement preview = alike.get(0);
    if (isTool(preview, owner)) {
      return IS_TOOL;
    }
    if (!types.isSameType(
        preview.getReturnType(), elements.getTypeElement("java.lang.String").asType())) {
      return "does not return String";
    }
    if (preview.getModifiers().contains(Modifier.PRIVATE)) {
      return "is private";
    }
    boolean near = elements.getPackageOf(preview).equals(elements.getPackageOf(owner.element()));
    if (!near && !preview.getModifiers().contains(Modifier.PUBLIC)) {
      return "is not public and in another package";
    }
    Optional<TypeMirror> thrown = Thrown.beyondExceptions(preview);
    if (thrown.isPresent()) {
      return "throws " + thrown.get() + ", which is no Exception";
    }
    boolean isStatic = preview.getModifiers().contains(Modifier.STATIC);
    return tool.isStatic() && !isStatic ? "is not static, as the tool is" : "";
  }
}
