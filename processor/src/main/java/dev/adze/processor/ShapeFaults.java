package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The reasons for which a type has no shape, in the words of the rules. */
final class ShapeFaults {
  private ShapeFaults() {}

  static Shape noSchema(TypeMirror type, String cure) {
    return of(Rule.T073, type, "", cure);
  }

  static Shape nestedOptional(DeclaredType type) {
    return noSchema(
        type, "Optional may only be the type of a parameter or of a record's component itself.");
  }

  static Shape noConstants(TypeElement type) {
    return of(Rule.T060, type.asType(), "has no constants", "Add one, or use another type.");
  }

  static Shape typeVariable(TypeMirror type) {
    return of(Rule.T060, type, "is a type variable", "Write the type that it stands for.");
  }

  static Shape raw(DeclaredType type) {
    return of(Rule.T060, type, "lacks its type argument", "Write for instance List<String>.");
  }

  static Shape generic(DeclaredType type) {
    return of(Rule.T060, type, "is a generic record", "Use a record without type parameters.");
  }

  static Shape hidden(DeclaredType type) {
    return of(
        Rule.T060,
        type,
        "generated code in the owner's package cannot use",
        "Make it and the types around it visible there.");
  }

  static Shape recursive(DeclaredType type) {
    return of(
        Rule.T060,
        type,
        "contains itself",
        "Refer to the other value by an id, or use a List of ids.");
  }

  /** Not to be judged: its owner waits for it. */
  static Shape missing(TypeMirror type) {
    ClassName object = ClassName.get(Object.class);
    return new Shape.UnsupportedShape(object, Rule.T084, type.toString(), "", "");
  }

  private static Shape of(Rule rule, TypeMirror type, String fault, String cure) {
    String name = TypeName.get(type).toString();
    return new Shape.UnsupportedShape(ClassName.get(Object.class), rule, name, fault, cure);
  }
}
