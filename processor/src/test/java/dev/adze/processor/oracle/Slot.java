package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/**
 * A parameter or component that was drawn.
 *
 * @param defaultValue the JSON text of its default, used if that is its presence
 */
record Slot(
    String javaName, String wireName, JavaType type, Presence presence, String defaultValue) {
  /** What it means that it is absent. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    DEFAULTED
  }

  boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** Its declaration in Java. */
  String declaration() {
    String given =
        presence == Presence.DEFAULTED
            ? "@Param(defaultValue = " + Spelling.java(defaultValue) + ") "
            : "";
    String declared =
        presence == Presence.OPTIONAL ? "Optional<" + type.boxed() + ">" : type.source();
    return given + named(declared + " " + javaName, javaName, wireName);
  }

  /** A constant with its name on the wire, if that is another. */
  static String named(String javaName, String wireName) {
    return named(javaName, javaName, wireName);
  }

  private static String named(String declaration, String javaName, String wireName) {
    return javaName.equals(wireName)
        ? declaration
        : "@Name(" + Spelling.java(wireName) + ") " + declaration;
  }

  /** Whether what was bound is what was given, where absent means empty or the default. */
  boolean same(JsonNode given, JsonNode bound) {
    boolean absent = given.isMissingNode() || given.isNull();
    if (absent && presence == Presence.DEFAULTED) {
      return type.same(Json.read(defaultValue), bound);
    }
    return absent ? bound.isMissingNode() : !bound.isMissingNode() && type.same(given, bound);
  }
}
