package com.acme;

import dev.adze.annotation.Param;
import dev.adze.annotation.Tool;

/** Comments of every kind. */
public class Documented {
  interface Described {
    /**
     * Described above.
     *
     * @param text the text described above
     */
    void inherited(String text);

    /** Above: {@code <T>}. */
    void extended();
  }

  /** Inherits. */
  public static class Inheriting implements Described {
    @Tool
    @Override
    public void inherited(String text) {}

    /** Below. {@inheritDoc} Below again. */
    @Tool
    @Override
    public void extended() {}
  }

  /**
   * Shows {@code List<String>}, {@literal a < b}, {@link Documented}, {@link #html(String) the
   * method} and {@linkplain java.util.Map#of() maps}.
   *
   * <p>A <b>second</b> paragraph &amp; an entity &#8212; caf&#xe9;; &unknown; &lt;br&gt;.
   *
   * <ul>
   *   <li>one
   *   <li>two
   * </ul>
   *
   * After the list, a line<br>
   * break, and an @ sign.
   *
   * <pre>{@code
   * int x = 1;
   * @Tool int y = 2;
   * }</pre>
   *
   * Quotes: " and """, a backslash: \ and \u005cu0041.
   *
   * @param text first line
   *     second line {@code @param no tag}
   * @return nothing that the model reads
   * @see Described
   */
  @Tool
  public String html(String text) {
    return text;
  }

  /** Überschreibt: “quotes”, 日本, 😀. */
  @Tool("The annotation wins. 日本 😀\nIt may have lines, \"quotes\" and a tab:\t.")
  public void annotated(@Param("Also é wins.") String text) {}

  /** {@return the sum of two numbers} */
  @Tool
  public int returning() {
    return 0;
  }
}
