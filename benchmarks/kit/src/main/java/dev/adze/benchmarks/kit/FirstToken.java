package dev.adze.benchmarks.kit;

/** A process that says when the first token of its first answer is there. */
public final class FirstToken {
  private FirstToken() {}

  /**
   * Prints a line at the first token, and ends with the answer.
   *
   * @param args the class of a {@link TokenStream} and the address of its server
   */
  public static void main(String[] args) throws Exception {
    TokenStream stream =
        Class.forName(args[0])
            .asSubclass(TokenStream.class)
            .getConstructor(String.class)
            .newInstance(args[1]);
    boolean[] told = new boolean[1];
    stream.stream(text -> {
      if (!told[0]) {
        told[0] = true;
        System.out.println(text);
      }
    });
    System.exit(0);
  }
}
