package dev.adze.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * One named value: an argument of a tool or a component of a record.
 *
 * @param label how messages call it
 * @param javaName its name in Java
 * @param wireName its name in JSON
 * @param type its declared type
 * @param shape its shape; of an {@code Optional}, that of what it holds
 * @param unfit its type as it is declared, if that has wildcards that no value fits that is read;
 *     else empty
 * @param presence what its absence means
 * @param description what the model is told; may be empty
 * @param forgotten whether it has a comment that is not read; see {@link Docs}
 * @param misfits the constraints on it that cannot be kept
 * @param at where it stands
 * @param nameAt where its wire name stands
 */
record Field(
    String label,
    String javaName,
    String wireName,
    TypeName type,
    Shape shape,
    String unfit,
    Presence presence,
    String description,
    boolean forgotten,
    List<Misfit> misfits,
    At at,
    At nameAt) {
  boolean isRequired() {
    return presence instanceof Presence.Required;
  }

  /** Whether it takes two slots of a method's parameters. */
  boolean isWide() {
    return type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE);
  }

  boolean isOptional() {
    return presence instanceof Presence.Optional;
  }

  boolean isNullable() {
    return presence instanceof Presence.Nullable;
  }

  /** The same field with another shape of its value. */
  Field withShape(Shape other) {
    return new Field(
        label,
        javaName,
        wireName,
        type,
        other,
        unfit,
        presence,
        description,
        forgotten,
        misfits,
        at,
        nameAt);
  }

  /** The same field under another name in Java. */
  Field withJavaName(String other) {
    return new Field(
        label,
        other,
        wireName,
        type,
        shape,
        unfit,
        presence,
        description,
        forgotten,
        misfits,
        at,
        nameAt);
  }

  /** The class of its type, if that is {@code Optional} or like it for a primitive. */
  ClassName optionalType() {
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
  }

  /** What gives the value of an {@code Optional} or of its like. */
  String optionalGetter() {
    return optionalGetter(type);
  }

  /** What gives the value of a type that is {@code Optional} or like it for a primitive. */
  static String optionalGetter(TypeName type) {
    return type instanceof ClassName like
        ? "getAs" + like.simpleName().substring("Optional".length())
        : "get";
  }

  /** What the model is told of the field, which falls back on what is known of its type. */
  String fullDescription() {
    return shape.describe(description);
  }
}
