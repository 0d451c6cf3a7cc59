package dev.adze.processor;

import com.palantir.javapoet.TypeName;

/** Text of a form that stands for a value of another type. */
record TextShape(TextForm form) implements Shape {
  @Override
  public TypeName type() {
    return form.type();
  }

  /** The JSON of a time has no region, and some locales have two forms. */
  @Override
  public boolean equalsAsJson() {
    return form != TextForm.ZONED_DATE_TIME && form != TextForm.LOCALE;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onText(this);
  }
}
