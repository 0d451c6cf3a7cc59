package dev.adze.benchmarks.kit;

/** A client of a streaming model. */
public interface TokenStream {
  /** Is told the text of an answer, piece by piece. */
  interface Tokens {
    /**
     * Another piece of text came.
     *
     * @param text not empty
     */
    void add(String text);
  }

  /**
   * Asks once and waits for the end of the answer.
   *
   * @param tokens is told each piece, on any thread, one at a time
   */
  void stream(Tokens tokens) throws Exception;
}
