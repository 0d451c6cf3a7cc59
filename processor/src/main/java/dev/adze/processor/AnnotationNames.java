package dev.adze.processor;

/** The annotations that the processor reads, by name: it never loads their classes. */
final class AnnotationNames {
  static final String TOOL = "dev.adze.annotation.Tool";
  static final String PARAM = "dev.adze.annotation.Param";
  static final String NAME = "dev.adze.annotation.Name";
  static final String REQUIRES_APPROVAL = "dev.adze.annotation.RequiresApproval";

  /** The value of {@code Param.defaultValue} that stands for no default. */
  static final String NO_DEFAULT = "\0no default";

  private AnnotationNames() {}
}
