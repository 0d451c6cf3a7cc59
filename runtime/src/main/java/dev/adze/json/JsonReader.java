package dev.adze.json;

import java.util.List;
import java.util.Objects;

/**
 * Reads one JSON text (RFC 8259) strictly and collects everything that is wrong with it, so that a
 * model can correct a whole call at once. Bad input never causes an exception: a read that finds a
 * fault notes it with its path, steps over the value and answers a default ({@code false}, 0,
 * {@code ""}, -1), and reading goes on. After a fault that leaves nothing to go on with ({@link
 * JsonFault.Kind#SYNTAX}, {@link JsonFault.Kind#TOO_DEEP}) every read answers its default, {@link
 * #nextField} answers {@link #END} and {@link #nextElement} false.
 *
 * <pre>{@code
 * JsonReader in = JsonReader.of(text);
 * int guests = 0;
 * in.beginObject(FIELDS);
 * for (int field; (field = in.nextField()) != JsonReader.END; ) {
 *   switch (field) {
 *     case 0 -> guests = in.readInt(1, 20);
 *     default -> in.skip();
 *   }
 * }
 * if (!in.end()) {
 *   // in.faults() holds every fault
 * }
 * }</pre>
 *
 * <p>Each field or element that was announced must be read before the next is asked for. Containers
 * nest up to 64 deep, a number literal has up to 1,000 characters, and the first 50 faults are
 * kept. Single use; not safe for use by several threads.
 */
public final class JsonReader extends Cursor {
  /** What {@link #nextField} answers when the object is over. */
  public static final int END = -1;

  private JsonReader(String text) {
    super(text);
  }

  /**
   * Starts at the beginning of a text.
   *
   * @param json the text, of any content
   * @return a reader that stands before the value
   */
  public static JsonReader of(String json) {
    return new JsonReader(Objects.requireNonNull(json, "json"));
  }

  /**
   * Enters an object. If the value is something else, that is a fault, the value is skipped, and
   * the next {@link #nextField} answers {@link #END} without reporting missing fields.
   *
   * @param fields the fields that the object may have
   */
  public void beginObject(JsonFields fields) {
    open('{', Frame.Kind.OBJECT, fields, "an object");
  }

  /**
   * Moves to the next field's value. A field that the object does not have, and one that came
   * before, is a fault and is skipped.
   *
   * @return the field's index in its {@link JsonFields}, or {@link #END}, which closes the object
   *     and reports required fields that are missing
   * @throws IllegalStateException if no object is open
   */
  public int nextField() {
    return FieldReads.next(this, opened(Frame.Kind.OBJECT));
  }

  /**
   * Enters an array. If the value is something else, that is a fault, the value is skipped, and the
   * next {@link #nextElement} answers false.
   */
  public void beginArray() {
    open('[', Frame.Kind.ARRAY, JsonFields.NONE, "an array");
  }

  /**
   * Moves to the next element.
   *
   * @return true if there is one; false if there is none, which closes the array
   * @throws IllegalStateException if no array is open
   */
  public boolean nextElement() {
    return Walk.element(this, opened(Frame.Kind.ARRAY));
  }

  /**
   * Reads {@code null} if it comes next, and otherwise nothing.
   *
   * @return whether it was there
   */
  public boolean tryNull() {
    return peek() == 'n' && word("null");
  }

  /**
   * Reads {@code true} or {@code false}.
   *
   * @return the value, or false after a fault
   */
  public boolean readBoolean() {
    char c = peek();
    if (c == 't' && word("true")) {
      return true;
    }
    if (c != 'f' || !word("false")) {
      refuse("true or false");
    }
    return false;
  }

  /**
   * Reads a number that is mathematically an integer, however it is spelled ({@code 5}, {@code
   * 5.0}, {@code 5e0}).
   *
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return the value, or 0 after a fault
   */
  public int readInt(int min, int max) {
    return (int) NumberReads.integer(this, min, max);
  }

  /**
   * Reads a number that is mathematically an integer, however it is spelled. It never passes
   * through a floating-point value, so all 64 bits are exact.
   *
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return the value, or 0 after a fault
   */
  public long readLong(long min, long max) {
    return NumberReads.integer(this, min, max);
  }

  /**
   * Reads a number as the nearest {@code float}. One too great for any is a fault; one too small
   * for any is 0.
   *
   * @return the value, or 0 after a fault
   */
  public float readFloat() {
    return NumberReads.shortFloating(this);
  }

  /**
   * Reads a number as the nearest {@code double}. One too great for any is a fault; one too small
   * for any is 0.
   *
   * @return the value, or 0 after a fault
   */
  public double readDouble() {
    return NumberReads.floating(this);
  }

  /**
   * Reads a string. Half of a surrogate pair, escaped or not, is a fault.
   *
   * @return the decoded string, or {@code ""} after a fault
   */
  public String readString() {
    return TextReads.string(this);
  }

  /**
   * Reads a string that is one of a few, to the letter.
   *
   * @param wireNames the strings allowed; not changed, so that the caller can pass a constant array
   * @return the index of the string among them, or -1 after a fault
   */
  public int readEnum(String... wireNames) {
    return TextReads.oneOf(this, wireNames);
  }

  /**
   * Reads any value as text, checked as strictly as everything else: the fields of each object in
   * it must have different names.
   *
   * @return the value without white space between its tokens, otherwise as it was spelled; {@code
   *     "null"} after a fault
   */
  public String readRaw() {
    peek();
    int from = at;
    int before = faultCount();
    Walk.over(this);
    return isBroken() || faultCount() != before ? "null" : Walk.compact(text, from, at);
  }

  /**
   * Reads any object as {@link #readRaw} does.
   *
   * @return the object without white space between its tokens; {@code "null"} after a fault
   */
  public String readRawObject() {
    if (peek() != '{') {
      refuse("an object");
      return "null";
    }
    return readRaw();
  }

  /** Steps over any value, with the checks of {@link #readRaw}. */
  public void skip() {
    Walk.over(this);
  }

  /**
   * Counts the faults found up to now. Equal counts before and after a value say that the value is
   * sound, and that a constructor may be called with it.
   *
   * @return how many there are, also beyond those that are kept
   */
  public int faultCount() {
    Faults found = faultsFound();
    return found == null ? 0 : found.total();
  }

  /**
   * Notes that the code which takes the value read last refused it. The model reads the exception's
   * message, or the name of its type if it has none.
   *
   * @param thrownByUserCode what that code threw
   */
  public void reject(RuntimeException thrownByUserCode) {
    if (admits()) {
      note(JsonFault.Kind.REJECTED, FaultText.rejected(thrownByUserCode));
    }
  }

  /**
   * Ends the reading: anything but white space after the value is a fault.
   *
   * @return true if the text had no fault at all
   */
  public boolean end() {
    peek();
    if (at < text.length() && admits()) {
      note(JsonFault.Kind.TRAILING_TEXT, FaultText.trailing(text, at));
    }
    return faultCount() == 0;
  }

  /**
   * The faults found up to now, in the order in which they were found. Only the first 50 are kept;
   * if there were more, a last one says how many.
   *
   * @return an unmodifiable copy
   */
  public List<JsonFault> faults() {
    Faults found = faultsFound();
    return found == null ? List.of() : found.list();
  }

  private Frame opened(Frame.Kind kind) {
    Frame in = frame;
    if (in == null || (in.kind != kind && in.kind != Frame.Kind.ABSENT)) {
      throw new IllegalStateException(
          "A container is entered before its members are asked for. Begin the "
              + (kind == Frame.Kind.ARRAY ? "array" : "object")
              + " first, and read each one to its end.");
    }
    return in;
  }
}
