package dev.adze.examples;

/** Prints a line. */
public final class BasicStreaming {
  private BasicStreaming() {}

  /**
   * Runs the example.
   *
   * @param args not used
   */
  public static void main(String[] args) {
    System.out.println("Adze runs on Java " + Runtime.version().feature());
  }
}
