package dev.adze.processor;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The rules for owners and their tools, over a finished model. */
final class ToolRules {
  private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_-]+");
  private static final int MAX_NAME = 64;
  private static final int MAX_SLOTS = 250;

  /** What initializes the constants of so many tools stays below the 64 kB of a method. */
  private static final int MAX_TOOLS = 400;

  private final Report report;
  private final FieldRules fields;
  private final PreviewRules previews;
  private final InheritanceRules inheritance;
  private final ProviderRules providers;
  private final StrictRules strict;

  /**
   * Rules.
   *
   * @param sources the names of the top-level types that are compiled from source
   */
  ToolRules(Report report, ProcessingEnvironment env, Owners owners, Set<String> sources) {
    this.report = report;
    this.fields = new FieldRules(report);
    this.previews = new PreviewRules(report, env.getElementUtils(), env.getTypeUtils(), owners);
    this.inheritance = new InheritanceRules(report, env.getElementUtils(), owners, sources);
    Provider.Choice choice = Provider.choose(env.getOptions().get(Provider.OPTION));
    this.providers = new ProviderRules(report, choice);
    this.strict = new StrictRules(report, choice);
  }

  void judge(ToolClass owner) {
    judgeStrays(owner);
    if (!owner.hasTools()) {
      return;
    }
    judgeOwner(owner);
    judgeSize(owner);
    providers.judge(owner);
    judgePreviewsOfInherited(owner);
    inheritance.judge(owner);
    Map<String, ToolMethod> byName = new HashMap<>();
    for (ToolMethod tool : owner.tools()) {
      judgeMethod(tool, owner);
      judgeName(tool, byName);
      judgeTimeout(tool);
      providers.judge(tool);
      if (!owner.open()) {
        judgeParameters(tool, owner);
        strict.judge(tool);
        judgeResult(tool);
        providers.judgeSchemas(tool);
        tool.approval().ifPresent(approval -> previews.judge(owner, tool, approval));
      }
    }
  }

  private void judgeOwner(ToolClass owner) {
    TypeElement type = owner.element();
    if (Owners.isInner(type)) {
      report.add(At.element(type), Rule.T071, type.getSimpleName());
    }
    for (TypeElement around : Nesting.types(type)) {
      if (around.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(At.element(around), Rule.T070, around.getSimpleName());
      }
    }
  }

  private void judgeSize(ToolClass owner) {
    int tools = owner.tools().size();
    if (tools > MAX_TOOLS) {
      String cure = "Move some of them to another class.";
      At at = At.element(owner.element());
      report.add(at, Rule.T094, owner.name(), tools, "tools", MAX_TOOLS, cure);
    }
  }

  /** What is inherited is called by the adapter above, which knows of no preview here. */
  private void judgePreviewsOfInherited(ToolClass owner) {
    owner
        .above()
        .approval()
        .filter(approval -> !approval.preview().isEmpty())
        .ifPresent(approval -> {
          for (ExecutableElement tool : owner.above().tools()) {
            String with = "with a preview of \"" + tool.getSimpleName() + "\", which is inherited";
            String cure = "Override the method with @Tool, or name no preview.";
            report.add(approval.previewAt(), Rule.T074, with, cure);
          }
        });
  }

  private void judgeStrays(ToolClass owner) {
    for (Mark stray : owner.strays()) {
      if (stray.element().getKind() == ElementKind.METHOD) {
        report.add(stray.at(), Rule.T074, "without @Tool", "Add @Tool, or remove it.");
      } else {
        report.add(stray.at(), Rule.T074, "on a type without @Tool methods", "Remove it.");
      }
    }
  }

  private void judgeMethod(ToolMethod tool, ToolClass owner) {
    ExecutableElement method = tool.element();
    At at = tool.at();
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      report.add(at, Rule.T069, tool.javaName());
    }
    if (!method.getTypeParameters().isEmpty()) {
      report.add(at, Rule.T072, tool.javaName());
    }
    Thrown.beyondExceptions(method)
        .ifPresent(thrown -> report.add(at, Rule.T096, tool.javaName(), thrown));
    if (tool.forgotten()) {
      String comment = "tool \"" + tool.name() + "\"";
      report.add(at, Rule.T082, comment, owner.name(), "Describe it in @Tool(\"...\").");
    } else if (tool.description().isBlank()) {
      String where = "its Javadoc or in @Tool(\"...\")";
      report.add(at, Rule.T011, "Tool \"" + tool.name() + "\"", where);
    }
  }

  private void judgeName(ToolMethod tool, Map<String, ToolMethod> byName) {
    At at = tool.mark().text("name").isEmpty() ? tool.at() : tool.at("name");
    ToolMethod first = byName.putIfAbsent(tool.name(), tool);
    if (first != null) {
      report.add(at, Rule.T006, tool.name(), first.signature(), tool.signature());
    }
  }

  /** What a provider takes in place of a name. */
  static String legalName(String name) {
    String legal = ILLEGAL.matcher(name).replaceAll("_");
    return legal.substring(0, Math.min(MAX_NAME, legal.length()));
  }

  private void judgeParameters(ToolMethod tool, ToolClass owner) {
    int slots = tool.isStatic() ? 0 : 1;
    for (int i = 0; i < tool.parameters().size(); i++) {
      if (tool.parameters().get(i) instanceof ToolParameter.Argument argument) {
        Field field = argument.field();
        slots += field.isWide() ? 2 : 1;
        judgeParameterName(tool, field, i);
        if (field.fullDescription().isBlank() && !field.forgotten()) {
          String tag = "the tag @param " + field.javaName() + ", or in ";
          String where = (isInFileOf(owner, tool) ? tag : "") + "@Param(\"...\")";
          report.add(field.at(), Rule.T011, field.label(), where);
        }
      }
      if (tool.parameters().get(i) instanceof ToolParameter.Context context) {
        String where = "on a ToolContext, which the model never sees";
        context
            .strays()
            .forEach(
                mark -> report.add(mark.at(), Rule.T080, mark.simpleName(), where, "Remove it."));
      }
    }
    fields.judgeArguments(tool.arguments(), owner);
    if (slots > MAX_SLOTS) {
      report.add(tool.at(), Rule.T068, tool.javaName(), slots);
    }
  }

  /** The Javadoc of another file is not used. */
  private static boolean isInFileOf(ToolClass owner, ToolMethod tool) {
    return Nesting.outermost(tool.element()).equals(Nesting.outermost(owner.element()));
  }

  /** Without {@code -parameters}, class files have {@code arg0}, {@code arg1} and so on. */
  private void judgeParameterName(ToolMethod tool, Field field, int index) {
    if (field.wireName().equals("arg" + index)
        && !Mark.isOn(field.at().element(), AnnotationNames.NAME)) {
      String parameter = "Parameter " + (index + 1) + " of " + tool.signature();
      report.add(field.at(), Rule.T063, parameter);
    }
  }

  private void judgeResult(ToolMethod tool) {
    String label = "The result of \"" + tool.javaName() + "\"";
    tool.result().shape().ifPresent(shape -> fields.judgeResult(shape, label, tool.at()));
  }

  private void judgeTimeout(ToolMethod tool) {
    if (!tool.timeout().isEmpty() && !isPositive(tool.timeout())) {
      report.add(tool.at("timeout"), Rule.T076, tool.timeout());
    }
  }

  private static boolean isPositive(String duration) {
    try {
      Duration parsed = Duration.parse(duration);
      return !parsed.isNegative() && !parsed.isZero();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
