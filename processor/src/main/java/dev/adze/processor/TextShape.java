package dev.adze.processor;

import com.palantir.javapoet.TypeName;

/** Text of a form that stands for a value of another type. */
record TextShape(TextForm form) implements Shape {
  @Override
  public TypeName type() {
    return form.type();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onText(this);
  }
}
