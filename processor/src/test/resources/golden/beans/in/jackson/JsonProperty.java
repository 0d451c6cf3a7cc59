package com.fasterxml.jackson.annotation;

/** Stands for the annotation of that name. */
public @interface JsonProperty {
  /** Who uses it. */
  enum Access {
    /** Both. */
    AUTO,
    /** Results alone. */
    READ_ONLY,
    /** Arguments alone. */
    WRITE_ONLY
  }

  /** The name. */
  String value() default "";

  /** Who uses it. */
  Access access() default Access.AUTO;
}
