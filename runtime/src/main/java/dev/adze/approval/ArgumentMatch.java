package dev.adze.approval;

import dev.adze.internal.JsonTree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which arguments a rule is about. Values are compared as JSON: the order of members and the
 * spelling of strings do not matter, the spelling of numbers does. What cannot be compared does not
 * match. New kinds may be added in a later version.
 */
public sealed interface ArgumentMatch {
  /** All arguments. */
  record Any() implements ArgumentMatch {}

  /**
   * These arguments and no others.
   *
   * @param arguments all of them, as one JSON object
   */
  record Exact(String arguments) implements ArgumentMatch {
    /** Refuses what is not JSON. */
    public Exact {
      Pointer.parsed(arguments);
    }
  }

  /**
   * Arguments that have one of some values at a place.
   *
   * @param pointer the place, as a JSON Pointer such as {@code /guest/name}
   * @param values the values as JSON; at least one
   */
  record OneOf(String pointer, List<String> values) implements ArgumentMatch {
    /** Copies the list; refuses what is no pointer and what is not JSON. */
    public OneOf {
      Pointer.check(pointer);
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException(
            "A match by values needs one at least, or it matches nothing. There is none for "
                + pointer
                + ".");
      }
      values.forEach(Pointer::parsed);
    }
  }

  /**
   * Arguments that have a text at a place that starts with another. The text is compared as it
   * stands: what a tool makes of it, such as the ".." of a path, is not seen.
   *
   * @param pointer the place, as a JSON Pointer such as {@code /url}
   * @param prefix how the text starts; not empty
   */
  record StartsWith(String pointer, String prefix) implements ArgumentMatch {
    /** Refuses what is no pointer, and an empty prefix. */
    public StartsWith {
      Pointer.check(pointer);
      Objects.requireNonNull(prefix, "prefix");
      if (prefix.isEmpty()) {
        throw new IllegalArgumentException(
            "Every text starts with an empty prefix. Use ArgumentMatch.any() for all arguments.");
      }
    }
  }

  /** {@return all arguments} */
  static ArgumentMatch any() {
    return new Any();
  }

  /**
   * {@return these arguments and no others}
   *
   * @param arguments all of them, as one JSON object, such as those of a request
   */
  static ArgumentMatch exact(String arguments) {
    return new Exact(arguments);
  }

  /**
   * {@return arguments that have a value at a place}
   *
   * @param pointer the place, as a JSON Pointer such as {@code /guest/name}
   * @param value the value as JSON, so a text in quotation marks
   */
  static ArgumentMatch equalTo(String pointer, String value) {
    return new OneOf(pointer, List.of(value));
  }

  /**
   * {@return arguments that have one of some values at a place}
   *
   * @param pointer the place, as a JSON Pointer
   * @param values the values as JSON; at least one
   */
  static ArgumentMatch oneOf(String pointer, String... values) {
    return new OneOf(pointer, List.of(values));
  }

  /**
   * {@return arguments that have a text at a place that starts with another}
   *
   * @param pointer the place, as a JSON Pointer such as {@code /url}
   * @param prefix how the text starts; not empty, and without quotation marks
   */
  static ArgumentMatch startsWith(String pointer, String prefix) {
    return new StartsWith(pointer, prefix);
  }

  /**
   * {@return whether arguments match}
   *
   * @param arguments as one JSON object; anything else matches only {@link Any}
   */
  default boolean matches(String arguments) {
    if (this instanceof Any) {
      return true;
    }
    Optional<JsonTree> read = Pointer.read(arguments);
    if (read.isEmpty()) {
      return false;
    }
    JsonTree tree = read.get();
    if (this instanceof Exact exact) {
      return tree.equals(Pointer.parsed(exact.arguments()));
    }
    if (this instanceof OneOf some) {
      Optional<JsonTree> found = Pointer.find(some.pointer(), tree);
      return found.isPresent()
          && some.values().stream().map(Pointer::parsed).anyMatch(found.get()::equals);
    }
    return this instanceof StartsWith starts
        && Pointer.find(starts.pointer(), tree)
            .filter(JsonTree.Text.class::isInstance)
            .filter(text -> ((JsonTree.Text) text).value().startsWith(starts.prefix()))
            .isPresent();
  }
}
