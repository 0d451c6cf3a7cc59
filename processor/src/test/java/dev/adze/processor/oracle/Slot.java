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
    NULLABLE,
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
    return given + named(javaType() + " " + javaName, javaName, wireName);
  }

  /** The type that its presence makes of it. */
  String javaType() {
    return switch (presence) {
      case REQUIRED, DEFAULTED -> type.source();
      case OPTIONAL -> "Optional<" + type.boxed() + ">";
      case NULLABLE -> "@Nullable " + type.boxed();
    };
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

  /** Whether two values mean the same, where absent and null mean empty or the default. */
  boolean same(JsonNode one, JsonNode other) {
    JsonNode meant = meaning(one);
    JsonNode alsoMeant = meaning(other);
    return meant.isMissingNode() || alsoMeant.isMissingNode()
        ? meant.isMissingNode() && alsoMeant.isMissingNode()
        : type.same(meant, alsoMeant);
  }

  private JsonNode meaning(JsonNode value) {
    if (!value.isMissingNode() && !(value.isNull() && !isRequired())) {
      return value;
    }
    return presence == Presence.DEFAULTED ? Json.read(defaultValue) : Json.ABSENT;
  }
}
