package dev.adze.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an object may have, in declared order: what {@link JsonReader#beginObject} checks
 * names against. A field's index is its place in that order, from 0.
 *
 * <pre>{@code
 * private static final JsonFields GUEST =
 *     JsonFields.builder().required("name", "a string").optional("phone").build();
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads; meant to be a constant.
 */
public final class JsonFields {
  /** What a reader has in place of an object's fields outside of all containers. */
  static final JsonFields NONE = builder().build();

  /** The same in an array. */
  static final JsonFields ARRAY = builder().build();

  /** The same in an object that may have any fields. */
  static final JsonFields MAP = builder().build();

  /** The same in a container that was announced and is not there. */
  static final JsonFields ABSENT = builder().build();

  /** So many fields a reader keeps as bits. */
  static final int MAX_BITS = 31;

  private final String[] names;

  /** Each name as it stands in a text that escapes nothing needlessly, with its quotes. */
  private final String[] quoted;

  /** What a required field should hold; null for an optional field. */
  private final @Nullable String[] expected;

  /** The required fields as bits, if there are at most {@link #MAX_BITS} fields. */
  private final int required;

  private JsonFields(Builder builder) {
    names = builder.names.toArray(new String[0]);
    expected = builder.expected.toArray(new @Nullable String[0]);
    quoted = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      quoted[i] = new JsonWriter().value(names[i]).toString();
    }
    int bits = 0;
    for (int i = 0; i < names.length; i++) {
      bits |= expected[i] == null ? 0 : 1 << i;
    }
    required = bits;
  }

  /**
   * Starts an empty list of fields.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether a reader keeps as bits which fields came. */
  boolean fitsBits() {
    return names.length <= MAX_BITS;
  }

  /** The required fields as bits; of no meaning if they do not fit. */
  int requiredBits() {
    return required;
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return names[index];
  }

  List<String> names() {
    return List.of(names);
  }

  /** What a field should hold; null if it may be absent. */
  @Nullable String expected(int index) {
    return expected[index];
  }

  /** How many characters the name takes in a text when it is found by {@link #find}. */
  int quotedLength(int index) {
    return quoted[index].length();
  }

  /**
   * The index of the field whose quoted name stands in the text at an offset, or -1 if there is
   * none or it is spelled with other escapes. Models send fields in the order of the schema, so the
   * search begins with the one that comes next in it. Nothing is allocated.
   */
  int find(String text, int offset, int first) {
    for (int i = first; i < quoted.length; i++) {
      if (text.startsWith(quoted[i], offset)) {
        return i;
      }
    }
    for (int i = Math.min(first, quoted.length) - 1; i >= 0; i--) {
      if (text.startsWith(quoted[i], offset)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of a name, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Collects fields in declared order. Not safe for use by several threads. */
  public static final class Builder {
    private final List<String> names = new ArrayList<>();
    private final List<@Nullable String> expected = new ArrayList<>();

    private Builder() {}

    /**
     * Adds a field that must be there.
     *
     * @param name the name on the wire
     * @param expected what it should hold, as in "missing; expected a string"
     * @return this builder
     * @throws IllegalArgumentException if the name was added before or is not encodable as UTF-8
     */
    public Builder required(String name, String expected) {
      return add(name, Objects.requireNonNull(expected, "expected"));
    }

    /**
     * Adds a field that may be absent.
     *
     * @param name the name on the wire
     * @return this builder
     * @throws IllegalArgumentException if the name was added before or is not encodable as UTF-8
     */
    public Builder optional(String name) {
      return add(name, null);
    }

    private Builder add(String name, @Nullable String phrase) {
      if (names.contains(name)) {
        throw new IllegalArgumentException("Field names are unique; \"" + name + "\" came twice.");
      }
      if (!Strings.isWellFormed(name)) {
        throw new IllegalArgumentException(
            "Field names are whole characters; \"" + name + "\" holds half of a surrogate pair.");
      }
      names.add(name);
      expected.add(phrase);
      return this;
    }

    /**
     * Ends the list. The builder can go on; what it built does not change.
     *
     * @return the fields added so far
     */
    public JsonFields build() {
      return new JsonFields(this);
    }
  }
}
