package com.fasterxml.jackson.annotation;

/** Stands for the annotation of that name. */
public @interface JsonIgnore {
  /** The value. */
  boolean value() default true;
}
