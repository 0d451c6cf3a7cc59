package dev.adze.processor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** The annotations that the processor reads, by name: it never loads their classes. */
final class AnnotationNames {
  static final String TOOL = "dev.adze.annotation.Tool";
  static final String PARAM = "dev.adze.annotation.Param";
  static final String NAME = "dev.adze.annotation.Name";
  static final String REQUIRES_APPROVAL = "dev.adze.annotation.RequiresApproval";

  /** The value of {@code Param.defaultValue} that stands for no default. */
  static final String NO_DEFAULT = "\0no default";

  static final Pattern CONSTRAINT =
      Pattern.compile("(?:jakarta|javax)\\.validation\\.constraints\\.(\\w+)(\\.List)?");

  private AnnotationNames() {}

  /** The simple name of a constraint, or of the list of it; empty if it is something else. */
  static String constraint(Mark mark) {
    Matcher name =
        CONSTRAINT.matcher(
            ((TypeElement) mark.mirror().getAnnotationType().asElement()).getQualifiedName());
    return name.matches() ? name.group(1) : "";
  }
}
