package dev.adze.processor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** The annotations that the processor reads, by name: it never loads their classes. */
final class AnnotationNames {
  static final String TOOL = "dev.adze.annotation.Tool";
  static final String PARAM = "dev.adze.annotation.Param";
  static final String NAME = "dev.adze.annotation.Name";
  static final String STRUCTURED_OUTPUT = "dev.adze.annotation.StructuredOutput";
  static final String REQUIRES_APPROVAL = "dev.adze.annotation.RequiresApproval";

  static final String JSON_CREATOR = "com.fasterxml.jackson.annotation.JsonCreator";
  static final String JSON_IGNORE = "com.fasterxml.jackson.annotation.JsonIgnore";
  static final String JSON_IGNORE_PROPERTIES =
      "com.fasterxml.jackson.annotation.JsonIgnoreProperties";
  static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
  static final String JSON_PROPERTY_DESCRIPTION =
      "com.fasterxml.jackson.annotation.JsonPropertyDescription";
  static final String JSON_SUB_TYPES = "com.fasterxml.jackson.annotation.JsonSubTypes";
  static final String JSON_TYPE_INFO = "com.fasterxml.jackson.annotation.JsonTypeInfo";
  static final String JSON_TYPE_NAME = "com.fasterxml.jackson.annotation.JsonTypeName";

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
