package com.fasterxml.jackson.annotation;

public @interface JsonTypeInfo {
  enum Id {
    CLASS,
    NAME
  }

  Id use();
}
