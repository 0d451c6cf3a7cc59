package dev.adze.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The reads of {@link JsonReader} that take one scalar value. */
abstract class ScalarReader extends Cursor {
  ScalarReader(String text) {
    super(text);
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
   * Reads a string that is one {@code char}: one character, and none beyond U+FFFF.
   *
   * @return the character, or U+0000 after a fault
   */
  public char readChar() {
    return TextReads.character(this);
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
   * Reads an integer as {@link #readInt(int, int)} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public int readInt(NumberRule rule) {
    return (int) ExactReads.integer(this, rule, Integer.MIN_VALUE, Integer.MAX_VALUE);
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
   * Reads an integer as {@link #readLong(long, long)} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public long readLong(NumberRule rule) {
    return ExactReads.integer(this, rule, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Reads a number as the nearest {@code float}. One too great for any is a fault; one too small
   * for any is 0.
   *
   * @return the value, or 0 after a fault
   */
  public float readFloat() {
    return NumberReads.shortFloating(this, "a number");
  }

  /**
   * Reads a number as {@link #readFloat()} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public float readFloat(NumberRule rule) {
    return ExactReads.shortFloating(this, rule);
  }

  /**
   * Reads a number as the nearest {@code double}. One too great for any is a fault; one too small
   * for any is 0.
   *
   * @return the value, or 0 after a fault
   */
  public double readDouble() {
    return NumberReads.floating(this, "a number");
  }

  /**
   * Reads a number as {@link #readDouble()} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public double readDouble(NumberRule rule) {
    return ExactReads.floating(this, rule);
  }

  /**
   * Reads a number that is mathematically an integer, however it is spelled, and that has up to
   * 1,000 digits when it is written without an exponent.
   *
   * @return the value, or 0 after a fault
   */
  public BigInteger readBigInteger() {
    return readBigInteger(ExactReads.ANY);
  }

  /**
   * Reads an integer as {@link #readBigInteger()} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public BigInteger readBigInteger(NumberRule rule) {
    return ExactReads.bigInteger(this, rule);
  }

  /**
   * Reads a number with up to 1,000 digits before and after its point when it is written without an
   * exponent. Digits and scale are kept: {@code 1.50} is not {@code 1.5}.
   *
   * @return the value, or 0 after a fault
   */
  public BigDecimal readBigDecimal() {
    return readBigDecimal(ExactReads.ANY);
  }

  /**
   * Reads a number as {@link #readBigDecimal()} does, and holds it against a rule.
   *
   * @param rule what the number must keep to
   * @return the value, or 0 after a fault
   */
  public BigDecimal readBigDecimal(NumberRule rule) {
    return ExactReads.bigDecimal(this, rule);
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
   * Reads a string as {@link #readString()} does, and holds it against a rule.
   *
   * @param rule what the string must keep to
   * @return the decoded string, or {@code ""} after a fault
   */
  public String readString(TextRule rule) {
    return TextReads.ruled(this, rule);
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
   * Reads a string that stands for a value of another type.
   *
   * @param format the form of the string
   * @param <T> the type of the value
   * @return the value, or null after a fault
   */
  public <T> @Nullable T readText(TextFormat<T> format) {
    return TextReads.formatted(this, format);
  }

  /**
   * Reads a string of Base64 (RFC 4648, section 4) strictly: padded, nothing between the letters,
   * and no bits beyond the last byte.
   *
   * @return the bytes; none after a fault
   */
  public byte[] readBase64() {
    return TextReads.base64(this);
  }
}
