package dev.adze.json;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text (RFC 8259) strictly and collects everything that is wrong with it, so that a
 * model can correct a whole call at once. Bad input never causes an exception: a read that finds a
 * fault notes it with its path, steps over the value and answers a default ({@code false}, 0,
 * {@code ""}, -1, null), and reading goes on. After a fault that leaves nothing to go on with
 * ({@link JsonFault.Kind#SYNTAX}, {@link JsonFault.Kind#TOO_DEEP}) every read answers its default,
 * {@link #nextField} answers {@link #END}, {@link #nextKey} null and {@link #nextElement} false.
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
 * <p>Each field, key or element that was announced must be read before the next is asked for.
 * Containers nest up to 64 deep, a number literal has up to 1,000 characters, and the first 50
 * faults are kept. Single use; not safe for use by several threads.
 */
public final class JsonReader extends ScalarReader {
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
    open('{', fields, "an object");
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
    requireOpenObject();
    return FieldReads.next(this);
  }

  /**
   * Enters an object that may have any fields. If the value is something else, that is a fault, the
   * value is skipped, and the next {@link #nextKey} answers null.
   */
  public void beginMap() {
    open('{', JsonFields.MAP, "an object");
  }

  /**
   * Moves to the next value of an object that was entered with {@link #beginMap}. A name that came
   * before, and one with half of a surrogate pair, is a fault, and its value is skipped.
   *
   * @return the field's name, or null if there is none, which closes the object
   * @throws IllegalStateException if no such object is open
   */
  public @Nullable String nextKey() {
    requireOpen(JsonFields.MAP);
    return FieldReads.nextKey(this, null);
  }

  /**
   * Moves on as {@link #nextKey()} does, and holds names against a rule. One that does not keep to
   * it is a fault, and its value is skipped.
   *
   * @param rule what names must keep to
   * @return the field's name, or null if there is none, which closes the object
   * @throws IllegalStateException if no such object is open
   */
  public @Nullable String nextKey(TextRule rule) {
    requireOpen(JsonFields.MAP);
    return FieldReads.nextKey(this, rule);
  }

  /**
   * Looks ahead which branch of a sealed type the object is that comes next: the one that is named
   * by a field which may stand anywhere in it. Nothing is read, so that the branch can be read with
   * {@link #beginObject} as any object, the field being one that is skipped. If the object or its
   * field is missing or wrong, that is a fault and the value is skipped.
   *
   * <p>The time taken is that of one look over the object. Unions in unions whose field comes last
   * are looked over once per level.
   *
   * @param property the name of the field
   * @param wireNames the names of the branches; not changed, so that the caller can pass a constant
   *     array
   * @return the index of the branch's name among them, or -1 after a fault
   */
  public int readBranch(String property, String... wireNames) {
    return BranchReads.branch(this, property, wireNames);
  }

  /**
   * Enters an array. If the value is something else, that is a fault, the value is skipped, and the
   * next {@link #nextElement} answers false.
   */
  public void beginArray() {
    open('[', JsonFields.ARRAY, "an array");
  }

  /**
   * Moves to the next element.
   *
   * @return true if there is one; false if there is none, which closes the array
   * @throws IllegalStateException if no array is open
   */
  public boolean nextElement() {
    requireOpen(JsonFields.ARRAY);
    return Walk.element(this);
  }

  /**
   * Notes a fault at the array or map that was closed last if it had too few or too many members.
   * One that was not there, or not to its end, was a fault already and is not counted.
   *
   * @param min the least number of elements or names
   * @param max the greatest
   */
  public void checkSize(int min, int max) {
    FieldReads.checkSize(this, min, max);
  }

  /**
   * Notes what the element read last is when it is written again, and answers whether one before it
   * in its array was the same: numbers are compared by what they are worth and fields in any order,
   * as in JSON Schema. It is for types whose {@code equals} compares in another way.
   *
   * @param element a writer that holds the element and nothing else
   * @return true if the element was noted before
   * @throws IllegalStateException if no array is open
   */
  public boolean repeats(JsonWriter element) {
    requireOpen(JsonFields.ARRAY);
    return !nest().mark(EqualText.of(element));
  }

  /** Notes that the element read last equals one before it, in an array that stands for a set. */
  public void rejectDuplicate() {
    if (!isBroken() && admits()) {
      note(JsonFault.Kind.DUPLICATE_ELEMENT, FaultText.DUPLICATE_ELEMENT);
    }
  }

  /**
   * Reads any value as the plain type that holds it exactly: a {@code LinkedHashMap} in the order
   * of the text, an {@code ArrayList}, a {@link String}, a {@link Boolean}, the first of {@link
   * Integer}, {@link Long} and {@link java.math.BigInteger} that holds a number which is
   * mathematically an integer, and otherwise {@link java.math.BigDecimal}, both within the limits
   * of {@link #readBigInteger} and {@link #readBigDecimal}.
   *
   * @return the value; null for {@code null}, and after a fault
   */
  public @Nullable Object readAny() {
    return AnyReads.value(this);
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
    return faultTotal();
  }

  /**
   * Notes that the code which takes the value read last refused it. The model reads the message of
   * what was thrown, or the name of its type if it has none.
   *
   * @param thrownByUserCode what that code threw
   */
  public void reject(Throwable thrownByUserCode) {
    if (admits()) {
      note(JsonFault.Kind.REJECTED, FaultText.rejected(thrownByUserCode));
    }
  }

  /**
   * Notes that the value read last is not what is needed here, although it could be read.
   *
   * @param expected what would be right, as in "expected a date in the future; got ..."
   */
  public void reject(String expected) {
    if (!isBroken() && admits()) {
      note(JsonFault.Kind.REJECTED, FaultText.got(expected, text, valueStart(), at));
    }
  }

  /**
   * Notes a fault at a field of the object that was closed last if the default of that field could
   * not be made: the code that takes a part of it refused it.
   *
   * @param field the name of the field
   * @param read the reader that the default was read with
   */
  public void checkDefault(String field, JsonReader read) {
    if (read.faultCount() > 0 && admits()) {
      String reason = read.faults().get(0).message();
      note(
          JsonFault.Kind.REJECTED,
          path() + '/' + FaultText.step(field),
          "its default cannot be used (" + reason + "); send a value");
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
}
