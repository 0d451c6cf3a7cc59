package dev.adze.processor;

import com.palantir.javapoet.TypeName;

/**
 * One named value: an argument of a tool or a component of a record.
 *
 * @param label how messages call it
 * @param javaName its name in Java
 * @param wireName its name in JSON
 * @param type its declared type
 * @param shape its shape; of an {@code Optional}, that of what it holds
 * @param presence what its absence means
 * @param description what the model is told; may be empty
 * @param forgotten whether it has a comment that is not read; see {@link Docs}
 * @param at where it stands
 * @param nameAt where its wire name stands
 */
record Field(
    String label,
    String javaName,
    String wireName,
    TypeName type,
    Shape shape,
    Presence presence,
    String description,
    boolean forgotten,
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
        presence,
        description,
        forgotten,
        at,
        nameAt);
  }

  /** What the model is told of the field, which falls back on what is known of its type. */
  String fullDescription() {
    return shape.describe(description);
  }
}
