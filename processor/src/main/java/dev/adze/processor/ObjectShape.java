package dev.adze.processor;

import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that is held by a record or a bean.
 *
 * @param names names for it in a schema, from the shortest to the one that is its own
 * @param description what the model is told of it; may be empty
 * @param properties what it holds
 * @param creator what the values in parentheses follow to make one
 * @param forgetful whether it is declared to mark all that is nullable, but comes from a class file
 *     in which the compiler does not show the marks
 */
record ObjectShape(
    String key,
    TypeName type,
    List<String> names,
    String description,
    List<Property> properties,
    CodeBlock creator,
    boolean forgetful)
    implements Shape {
  /** When a property gets its value. */
  enum Given {
    /** It is handed to the creator. */
    AT_CREATION,
    /** It is set afterwards. */
    LATER,
    /** The object knows it by itself. */
    NEVER
  }

  /**
   * One thing that an object holds.
   *
   * @param read what follows the object and a dot to read it, such as {@code name()}
   * @param given when it gets its value
   * @param setter what is called to set it later; empty if it is a field of that name
   * @param shown whether it is part of results
   */
  record Property(Field field, String read, Given given, String setter, boolean shown) {}

  /** The fields of its JSON as an argument, or as a result. */
  List<Field> fields(boolean result) {
    List<Field> fields = new ArrayList<>();
    for (Property property : properties) {
      if (result ? property.shown() : property.given() != Given.NEVER) {
        fields.add(property.field());
      }
    }
    return fields;
  }

  /** What is given to it. */
  List<Property> given() {
    return properties.stream().filter(property -> property.given() != Given.NEVER).toList();
  }

  /** Whether results have other fields than arguments. */
  boolean hasOwnResult() {
    return properties.stream().anyMatch(p -> p.given() == Given.NEVER || !p.shown());
  }

  @Override
  public List<Shape> parts() {
    return properties.stream().map(property -> property.field().shape()).toList();
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
    return visitor.onObject(this);
  }
}
