package dev.adze.json;

import java.util.Objects;

/**
 * One thing that is wrong with a JSON text. {@link #toString()} is the line that a model reads,
 * such as {@code /guest/phone: missing; expected a string}.
 *
 * @param kind what sort of fault it is
 * @param path the JSON Pointer (RFC 6901) of the value or field; {@code ""} is the whole text. A
 *     field name longer than 100 characters is shortened in it
 * @param message what was expected, what came and, where one is close, the name that was probably
 *     meant; one line without a full stop
 */
public record JsonFault(Kind kind, String path, String message) {

  /** The sorts of fault. The names are stable: a program may store and compare them. */
  public enum Kind {
    /** The text is not JSON (RFC 8259). Nothing after this place was read. */
    SYNTAX,
    /** Containers are nested deeper than the reader allows. Nothing after this place was read. */
    TOO_DEEP,
    /** Text follows the value. */
    TRAILING_TEXT,
    /** A number literal is longer than the reader allows, or would be without its exponent. */
    TOO_LONG,
    /** A string holds half of a surrogate pair, so that it cannot be written as UTF-8. */
    ILL_FORMED_UNICODE,
    /** A value of another type than expected. */
    WRONG_TYPE,
    /** {@code null} where a value is needed. */
    NULL,
    /** A number with a fraction where an integer is needed. */
    NOT_AN_INTEGER,
    /** A number outside its bounds, or one that no floating-point value can hold. */
    OUT_OF_RANGE,
    /** A number that is no multiple of the step it must keep to. */
    NOT_A_MULTIPLE,
    /** A string that is none of the allowed ones. */
    NOT_ALLOWED,
    /** A string with too few or too many characters. */
    WRONG_LENGTH,
    /** A string that the pattern it must match is not found in, or a blank one. */
    NO_MATCH,
    /** A string that its pattern takes too long to be matched against. */
    TOO_COSTLY,
    /** A string that does not have the form of what it should stand for. */
    WRONG_FORMAT,
    /** A string that has the form, but nothing it stands for exists, such as February 30th. */
    NO_SUCH_VALUE,
    /** An array or a map with too few or too many members. */
    WRONG_SIZE,
    /** An element that came before in an array that stands for a set. */
    DUPLICATE_ELEMENT,
    /** A required field is absent. */
    MISSING,
    /** A field that the object does not have. */
    UNKNOWN_FIELD,
    /** A field that came before in the same object. */
    DUPLICATE_FIELD,
    /** The value has the right form, but the code that takes it refused it. */
    REJECTED,
    /** There were more faults than are kept. Always the last one of a list. */
    MORE_FAULTS
  }

  /**
   * Checks that nothing is null.
   *
   * @param kind what sort of fault it is
   * @param path a JSON Pointer
   * @param message one line
   * @throws NullPointerException if a component is null
   */
  public JsonFault {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /**
   * The fault as one line: path, colon, message. The root is written {@code (whole value)}, and
   * characters that would break the line or hide are escaped as in JSON.
   */
  @Override
  public String toString() {
    return (path.isEmpty() ? "(whole value)" : FaultText.visible(path)) + ": " + message;
  }
}
