package dev.adze.benchmarks.kit;

import java.util.Arrays;

/** A process that does one thing a given number of times. */
public final class Repeat {
  private Repeat() {}

  /**
   * Does it and ends.
   *
   * @param args how many times, and then what {@link Worker} takes
   */
  public static void main(String[] args) throws Exception {
    Operation operation = Worker.operation(Arrays.copyOfRange(args, 1, args.length));
    int times = Integer.parseInt(args[0]);
    Object last = "nothing";
    for (int i = 0; i < times; i++) {
      last = operation.run();
    }
    System.out.println(last);
    System.exit(0);
  }
}
