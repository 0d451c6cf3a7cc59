package com.fasterxml.jackson.annotation;

/** Stands for the annotation of that name. */
public @interface JsonSubTypes {
  /** The types. */
  Type[] value();

  /** One of them. */
  @interface Type {
    /** Its class. */
    Class<?> value();

    /** Its name. */
    String name() default "";
  }
}
