package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/** An element that may be null. */
record NullableShape(Shape element) implements Shape {
  @Override
  public Object key() {
    return List.of("nullable", element.key());
  }

  @Override
  public Object form() {
    return List.of("nullable", element.form());
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
  public boolean equalsAsJson() {
    return element.equalsAsJson();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onNullable(this);
  }
}
