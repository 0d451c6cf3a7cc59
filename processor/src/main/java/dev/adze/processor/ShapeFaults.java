package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The reasons for which a type has no shape, in the words of the rules. */
final class ShapeFaults {
  private static final String USE =
      "Use a record, enum, String, number, boolean or type of java.time, or a List or Map of these.";

  private ShapeFaults() {}

  static Shape noSchema(TypeMirror type, String cure) {
    return of(Rule.T073, type, "", cure);
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

  static Shape rawType(TypeName type) {
    return of(Rule.T060, type, "lacks its type arguments", "Write what they are.");
  }

  static Shape wildcard(TypeMirror type) {
    return of(
        Rule.T060,
        type,
        "is a wildcard without an upper bound",
        "Write a type, or ? extends with one.");
  }

  static Shape tooDeep(TypeMirror type, int depth) {
    String fault = "is more than " + depth + " types inside of others";
    return of(Rule.T060, type, fault, "Make the types around it flatter.");
  }

  static Shape endless(TypeName type) {
    return of(
        Rule.T060,
        type,
        "contains itself with ever longer type arguments",
        "Let it contain itself with the arguments that it has.");
  }

  static Shape hidden(TypeName type) {
    return of(
        Rule.T060,
        type,
        "generated code in the owner's package cannot use",
        "Make it and the types around it visible there.");
  }

  static Shape inner(TypeName type) {
    return of(Rule.T060, type, "is an inner class", "Make it static.");
  }

  static Shape open(TypeName type) {
    return of(
        Rule.T060,
        type,
        "is abstract and not sealed",
        "Use a record or a class, or make it sealed.");
  }

  static Shape noAnswer(TypeName type) {
    return of(
        Rule.T060,
        type,
        "cannot be a structured output",
        "Use a record, a class with properties, or a sealed interface of these.");
  }

  static Shape generic(TypeName type) {
    return of(
        Rule.T060,
        type,
        "has type parameters",
        "Write a type without, which may have fields of generic types.");
  }

  static Shape notData(TypeName type) {
    return of(Rule.T073, type, "", USE);
  }

  static Shape creators(TypeName type, boolean none) {
    return none
        ? of(
            Rule.T060,
            type,
            "has no constructor that generated code in the owner's package can call",
            "Make one visible there, or use a record.")
        : of(
            Rule.T060,
            type,
            "has several constructors",
            "Add one without parameters, or mark one with @JsonCreator, or use a record.");
  }

  /** A class that gives no way in. */
  static Shape noProperties(TypeName type) {
    return of(
        Rule.T060,
        type,
        "has no properties that can be set",
        "Give it public setters or a constructor with parameters, or use a record.");
  }

  /** A class that Lombok has yet to fill in. */
  static Shape unfinished(TypeName type) {
    return of(
        Rule.T060,
        type,
        "lacks methods that Lombok is asked for",
        "Put lombok before adze-processor on the processor path.");
  }

  static Shape unreadable(TypeName type, String property) {
    String getter = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
    return of(
        Rule.T060,
        type,
        "can be given but not read back, so that nobody could see what a call does",
        "Add a public method get" + getter + "().");
  }

  static Shape unlike(TypeName type, String read) {
    return of(Rule.T060, type, "is read back as " + read, "Give and read back the same type.");
  }

  static Shape nameless(TypeName type) {
    return of(Rule.T063, type, "", "");
  }

  static Shape needed(TypeName type, String ignored) {
    return of(Rule.T060, type, ignored + " cannot keep from the constructor", "Remove it.");
  }

  static Shape primitive(TypeName type) {
    String box = ((ClassName) type.box()).simpleName();
    return of(Rule.T060, type, "cannot be null", "Use " + box + ", or remove @Nullable.");
  }

  static Shape halfSealed(TypeName type, String branch, String fault) {
    return of(
        Rule.T060,
        type,
        "permits " + branch + ", which " + fault,
        "Permit only records, final classes and sealed types.");
  }

  static Shape concrete(TypeName type) {
    return of(Rule.T060, type, "is sealed but not abstract", "Make it abstract.");
  }

  static Shape noBranches(TypeName type) {
    return of(
        Rule.T060, type, "none of its branches can be, with these type arguments", "Use others.");
  }

  static Shape foreignNaming(TypeName type, String attribute) {
    return of(
        Rule.T060,
        type,
        "has @JsonTypeInfo(" + attribute + ")",
        "Use JsonTypeInfo.Id.NAME as a property.");
  }

  /** Not to be judged: its owner waits for it. */
  static Shape missing(TypeMirror type) {
    ClassName object = ClassName.get(Object.class);
    return new Shape.UnsupportedShape(object, Rule.T084, type.toString(), "", "");
  }

  private static Shape of(Rule rule, TypeMirror type, String fault, String cure) {
    return of(rule, TypeName.get(type), fault, cure);
  }

  private static Shape of(Rule rule, TypeName type, String fault, String cure) {
    return new Shape.UnsupportedShape(
        ClassName.get(Object.class), rule, type.toString(), fault, cure);
  }
}
