package dev.adze.processor.oracle;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A type that was drawn: how it is written in Java, and which JSON it takes. What it knows it knows
 * by itself and not from a schema, so that a schema which is wrong together with its decoder is
 * found too.
 */
interface JavaType {
  /** The type as a Java source names it. */
  String source();

  /** The type as a type argument. */
  default String boxed() {
    return source();
  }

  /** The type as it is written where {@code null} fits. */
  default String nullable() {
    return "@Nullable " + boxed();
  }

  /** The type of what may be absent, without {@code null}. */
  default String optional() {
    return "Optional<" + boxed() + ">";
  }

  /** The source of an array type with an annotation that means the array. */
  static String annotatedArray(String source, String annotation) {
    int brackets = source.indexOf('[');
    return annotation.isEmpty()
        ? source
        : source.substring(0, brackets) + " " + annotation + source.substring(brackets);
  }

  /** Adds the declarations that a source needs for it, each only once. */
  default void declare(Set<String> declarations) {}

  /** Whether every JSON value is one of this type, null too. */
  default boolean isAnything() {
    return false;
  }

  /** A document that must be accepted, but for the faults that the walk itself asks for. */
  Doc document(Walk walk);

  /**
   * A document that must be refused, or null if every one is accepted.
   *
   * @param nullFits whether {@code null} would be accepted at this place
   */
  @Nullable Doc fault(Walk walk, boolean nullFits);

  /** Whether a value that was bound, written as JSON again, is the one that was given. */
  boolean same(JsonNode given, JsonNode bound);
}
