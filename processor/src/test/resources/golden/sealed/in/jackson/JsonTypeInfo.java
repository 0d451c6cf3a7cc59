package com.fasterxml.jackson.annotation;

/** Stands for the annotation of that name. */
public @interface JsonTypeInfo {
  /** What tells types apart. */
  enum Id {
    /** A name. */
    NAME,
    /** A class. */
    CLASS
  }

  /** What tells types apart. */
  Id use();

  /** Where it stands. */
  String property() default "";
}
