package com.acme;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;
import java.util.List;
import java.util.Optional;

/** Every scalar type, in every way in which it may be declared. */
public class Scalars {
  /**
   * Takes primitives.
   *
   * @param flag a flag
   * @param tiny a byte
   * @param small a short
   * @param whole an int
   * @param big a long
   * @param single a float
   * @param twice a double
   * @param text a text
   */
  @Tool
  public int primitives(
      boolean flag,
      byte tiny,
      short small,
      int whole,
      long big,
      float single,
      double twice,
      String text) {
    return whole;
  }

  /**
   * Takes boxes.
   *
   * @param flag a flag
   * @param tiny a byte
   * @param small a short
   * @param whole an int
   * @param big a long
   * @param single a float
   * @param twice a double
   */
  @Tool
  public Double boxes(
      Boolean flag, Byte tiny, Short small, Integer whole, Long big, Float single, Double twice) {
    return twice;
  }

  /**
   * Takes what may be absent.
   *
   * @param flag a flag
   * @param tiny a byte
   * @param big a long
   * @param single a float
   * @param text a text
   */
  @Tool
  public boolean options(
      Optional<Boolean> flag,
      Optional<Byte> tiny,
      Optional<Long> big,
      Optional<Float> single,
      Optional<String> text) {
    return flag.isPresent();
  }

  /**
   * Takes what has a default.
   *
   * @param flag a flag
   * @param tiny a byte
   * @param small a short
   * @param whole an int
   * @param big a long
   * @param single a float
   * @param twice a double
   * @param text a text
   * @param quoted a quoted text
   * @param none no text
   */
  @Tool
  public long defaults(
      @Param(defaultValue = "true") boolean flag,
      @Param(defaultValue = "-128") byte tiny,
      @Param(defaultValue = "7") Short small,
      @Param(defaultValue = "1e3") int whole,
      @Param(defaultValue = "9223372036854775807") Long big,
      @Param(defaultValue = "2.5") float single,
      @Param(defaultValue = "1e-999") double twice,
      @Param(defaultValue = "plain \"text\"") String text,
      @Param(defaultValue = "\"a\\nb\"") String quoted,
      @Param(defaultValue = "") String none) {
    return big;
  }

  /**
   * Takes lists.
   *
   * @param texts texts
   * @param sizes sizes
   * @param rows rows
   * @param some perhaps some
   * @param few few by default
   */
  @Tool
  public List<List<Short>> lists(
      List<String> texts,
      List<Long> sizes,
      List<List<Short>> rows,
      Optional<List<Boolean>> some,
      @Param(defaultValue = "[[1, 2], []]") List<List<Short>> few) {
    return rows;
  }
}
