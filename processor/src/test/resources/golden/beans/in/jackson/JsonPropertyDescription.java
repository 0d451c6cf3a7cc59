package com.fasterxml.jackson.annotation;

/** Stands for the annotation of that name. */
public @interface JsonPropertyDescription {
  /** The value. */
  String value() default "";
}
