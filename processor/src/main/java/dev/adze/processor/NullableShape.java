package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** An element that may be null. */
record NullableShape(Shape element) implements Shape {
  @Override
  public String key() {
    return "?" + element.key();
  }

  @Override
  public TypeName type() {
    return element.type().box();
  }

  @Override
  public List<Shape> parts() {
    return List.of(element);
  }

  @Override
  public String describe(String given) {
    return element.describe(given);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onNullable(this);
  }
}
