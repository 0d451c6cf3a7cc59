package com.acme;

import dev.adze.annotation.Name;
import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Values of every kind that is neither text of a certain form nor an object. */
public class Values {
  /** How much is meant. */
  enum Unit {
    /** One. */
    PIECE,
    @Name("12")
    DOZEN
  }

  record Item(String name, Map<Unit, Integer> amounts, OptionalInt shelf) {}

  /**
   * Takes scalars.
   *
   * @param letter a letter
   * @param boxed another letter
   * @param text a text
   * @param whole a whole number
   * @param exact an exact number
   * @param bytes a few bytes
   */
  @Tool
  public BigDecimal scalars(
      char letter,
      Character boxed,
      CharSequence text,
      BigInteger whole,
      BigDecimal exact,
      byte[] bytes) {
    return exact;
  }

  /**
   * Takes collections.
   *
   * @param names names
   * @param units units
   * @param items items
   * @param numbers numbers
   * @param rows rows
   * @param blobs blobs
   * @param more more names
   */
  @Tool
  public Set<Unit> collections(
      Collection<String> names,
      Set<Unit> units,
      Item[] items,
      int[] numbers,
      double[][] rows,
      List<byte[]> blobs,
      CharSequence... more) {
    return units;
  }

  /**
   * Takes maps.
   *
   * @param prices prices by name
   * @param stock stock by unit
   * @param tree names by name by name
   */
  @Tool
  public Map<Unit, List<Item>> maps(
      Map<String, BigDecimal> prices,
      Map<Unit, List<Item>> stock,
      Map<String, Map<String, String[]>> tree) {
    return stock;
  }

  /**
   * Takes any JSON.
   *
   * @param any anything
   * @param list a list of anything
   * @param map anything by name
   * @param perhaps perhaps anything
   */
  @Tool
  public Object untyped(
      Object any, List<Object> list, Map<String, Object> map, Optional<Object> perhaps) {
    return any;
  }

  /**
   * Takes what may be absent.
   *
   * @param number a number
   * @param big a big number
   * @param real a real number
   * @param letter a letter
   * @param names names
   * @param prices prices
   * @param sums sums
   */
  @Tool
  public char options(
      OptionalInt number,
      OptionalLong big,
      OptionalDouble real,
      Optional<Character> letter,
      Optional<Set<String>> names,
      Optional<Map<String, Integer>> prices,
      Optional<Set<BigDecimal>> sums) {
    return letter.orElse('-');
  }

  /**
   * Takes what has a default.
   *
   * @param letter a letter
   * @param text a text
   * @param whole a whole number
   * @param exact an exact number
   * @param bytes a few bytes
   * @param units units
   * @param numbers numbers
   * @param rows rows
   * @param prices prices
   * @param stock stock
   * @param any anything
   * @param list a list of anything
   */
  @Tool
  public byte[] defaults(
      @Param(defaultValue = "x") char letter,
      @Param(defaultValue = "plain") CharSequence text,
      @Param(defaultValue = "1e20") BigInteger whole,
      @Param(defaultValue = "1.50") BigDecimal exact,
      @Param(defaultValue = "AAEC") byte[] bytes,
      @Param(defaultValue = "[\"12\", \"PIECE\"]") Set<Unit> units,
      @Param(defaultValue = "[1, -2]") short[] numbers,
      @Param(defaultValue = "[[], [true]]") boolean[][] rows,
      @Param(defaultValue = "{\"b\": 1, \"a\": 2}") Map<String, Integer> prices,
      @Param(defaultValue = "{}") Map<Unit, Integer> stock,
      @Param(defaultValue = "{\"a\": [1.5]}") Object any,
      @Param(defaultValue = "[1, null]") List<Object> list) {
    return bytes;
  }

  /**
   * Takes arrays whose elements have type arguments.
   *
   * @param tables tables
   * @param cubes cubes
   * @param rows rows
   * @param many many numbers
   */
  @Tool
  public Map<String, Object>[] arrays(
      Map<String, Object>[] tables,
      List<String>[][] cubes,
      @Param(defaultValue = "[[\"a\"], []]") List<String>[] rows,
      @Param(defaultValue = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]") int[] many) {
    return tables;
  }
}
