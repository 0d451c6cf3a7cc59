package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/**
 * An object whose fields all have one shape.
 *
 * @param names what names the fields: a string or an enum
 * @param value the shape of the fields
 */
record MapShape(Shape names, Shape value, SizeLimits size) implements Shape {
  boolean isNamedByEnum() {
    return names instanceof EnumShape;
  }

  /** Whether any name will do. */
  boolean isNamedFreely() {
    return names instanceof StringShape string && string.limits().isNone();
  }

  @Override
  public Object key() {
    return List.of(names.key(), value.key(), size);
  }

  @Override
  public Object form() {
    return List.of(names.form(), value.form());
  }

  @Override
  public List<Shape> parts() {
    return List.of(names, value);
  }

  @Override
  public TypeName type() {
    return ParameterizedTypeName.get(ClassName.get(Map.class), names.type(), value.type().box());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onMap(this);
  }
}
