package dev.adze.processor.oracle;

import tools.jackson.databind.JsonNode;

/**
 * A parameter, component or property that was drawn.
 *
 * @param description what its schema must say of it; may be empty
 * @param defaultValue the JSON text of its default, used if that is its presence
 * @param notes the annotations in front of its declaration
 */
record Slot(
    String javaName,
    String wireName,
    String description,
    JavaType type,
    Presence presence,
    String defaultValue,
    String notes) {
  /** What it means that it is absent. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    NULLABLE,
    DEFAULTED
  }

  /** One that is called as in Java and has no default. */
  static Slot plain(String name, JavaType type, Presence presence) {
    return new Slot(name, name, "", type, presence, "", "");
  }

  boolean isRequired() {
    return presence == Presence.REQUIRED;
  }

  /** Its declaration in Java. */
  String declaration() {
    return notes + javaType() + " " + javaName;
  }

  /** The type that its presence makes of it. */
  String javaType() {
    return switch (presence) {
      case REQUIRED, DEFAULTED -> type.source();
      case OPTIONAL -> type.optional();
      case NULLABLE -> type.nullable();
    };
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
