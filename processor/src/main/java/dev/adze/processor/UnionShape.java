package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * One of a few objects, which a field of theirs tells apart.
 *
 * @param names names for it in a schema, from the shortest to the one that is its own
 * @param description what the model is told of it; may be empty
 * @param property the name of the field
 */
record UnionShape(
    String key,
    TypeName type,
    List<String> names,
    String description,
    String property,
    List<Branch> branches)
    implements Shape {
  /**
   * One of the objects.
   *
   * @param wireName the value of the field
   * @param shape its shape, perhaps as a reference
   * @param nameAt where its name stands
   */
  record Branch(String wireName, Shape shape, At nameAt) {
    ObjectShape object() {
      return (ObjectShape) shape.resolved();
    }
  }

  List<String> wireNames() {
    return branches.stream().map(Branch::wireName).toList();
  }

  @Override
  public List<Shape> parts() {
    return branches.stream().map(Branch::shape).toList();
  }

  @Override
  public Object form() {
    return key;
  }

  @Override
  public String describe(String given) {
    return given.isEmpty() ? description : given;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.onUnion(this);
  }
}
