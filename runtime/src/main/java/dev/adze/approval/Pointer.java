package dev.adze.approval;

import dev.adze.internal.JsonTree;
import java.util.List;
import java.util.Optional;

/** JSON Pointers (RFC 6901) and the values they lead to. */
final class Pointer {
  private Pointer() {}

  /** Refuses what is no pointer. */
  static void check(String pointer) {
    if (!pointer.matches("(?s)(/([^/~]|~[01])*)*")) {
      throw new IllegalArgumentException(
          "A place in arguments is a JSON Pointer, such as /guest/name. \""
              + pointer
              + "\" is none: start it with /, and write ~ as ~0 and / as ~1.");
    }
  }

  /** The value of a JSON text, if it is one. */
  static Optional<JsonTree> read(String json) {
    try {
      return Optional.of(JsonTree.parse(json));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The value of a JSON text that a user gave for comparing. */
  static JsonTree parsed(String json) {
    try {
      return JsonTree.parse(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Arguments are compared with JSON, in which a text has quotation marks. This is none: "
              + json,
          e);
    }
  }

  /** What is at a place, if there is such a place. */
  static Optional<JsonTree> find(String pointer, JsonTree root) {
    Optional<JsonTree> at = Optional.of(root);
    if (!pointer.isEmpty()) {
      for (String token : pointer.substring(1).split("/", -1)) {
        String name = token.replace("~1", "/").replace("~0", "~");
        at = at.flatMap(tree -> child(tree, name));
      }
    }
    return at;
  }

  private static Optional<JsonTree> child(JsonTree tree, String name) {
    if (tree instanceof JsonTree.Members object) {
      return Optional.ofNullable(object.members().get(name));
    }
    if (tree instanceof JsonTree.Elements array && name.matches("0|[1-9][0-9]{0,8}")) {
      List<JsonTree> elements = array.elements();
      int index = Integer.parseInt(name);
      return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
    }
    return Optional.empty();
  }
}
