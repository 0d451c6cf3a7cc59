package dev.adze.benchmarks.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * The process of one contender, which is kept warm. Each line that it reads asks for a slice of
 * work of so many nanoseconds; it answers with a line of what it did: operations, nanoseconds,
 * bytes allocated by all threads, CPU nanoseconds of all threads, and a sum of the results.
 */
public final class Worker {
  private Worker() {}

  /**
   * Works until there is no more input.
   *
   * @param args {@code dispatch}, the class of a {@link ToolDispatch}, a {@link ShopCalls}; or
   *     {@code stream}, the class of a {@link TokenStream} with a constructor of its server's
   *     address, that address, and how many tokens an answer has
   */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    // What a library prints is no answer.
    System.setOut(System.err);
    Operation operation = operation(args);
    boolean alone = args[0].equals("dispatch");
    out.println(operation.run());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    long batch = 1;
    for (String line; (line = in.readLine()) != null; ) {
      batch = slice(operation, Long.parseLong(line), alone, batch, out);
    }
    System.exit(0);
  }

  /** What the arguments ask for. */
  static Operation operation(String[] args) throws Exception {
    return args[0].equals("dispatch")
        ? dispatch(args[1], args[2])
        : stream(args[1], args[2], args[3]);
  }

  /** Looks at the clock once in a batch, which is made to take about a tenth of a millisecond. */
  private static long slice(
      Operation operation, long nanos, boolean alone, long batch, PrintStream out)
      throws Exception {
    int results = 0;
    long operations = 0;
    long bytes = allocated(alone);
    long cpu = cpuTime();
    long start = System.nanoTime();
    long elapsed;
    do {
      for (long i = 0; i < batch; i++) {
        results += operation.run().hashCode();
      }
      operations += batch;
      elapsed = System.nanoTime() - start;
    } while (elapsed < nanos);
    cpu = cpuTime() - cpu;
    bytes = allocated(alone) - bytes;
    // The results are told too, so that no compiler leaves the work out.
    out.println(operations + " " + elapsed + " " + bytes + " " + cpu + " " + results);
    return Math.max(1, operations * 100_000 / elapsed);
  }

  private static long allocated(boolean alone) {
    return alone ? Allocation.ofThisThread() : Allocation.ofAllThreads();
  }

  private static long cpuTime() throws IOException {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private static Operation dispatch(String contender, String call) throws Exception {
    ToolDispatch dispatch =
        Class.forName(contender).asSubclass(ToolDispatch.class).getConstructor().newInstance();
    ShopCalls tool = ShopCalls.valueOf(call);
    return () -> dispatch.call(tool);
  }

  private static Operation stream(String contender, String server, String tokens) throws Exception {
    TokenStream stream =
        Class.forName(contender)
            .asSubclass(TokenStream.class)
            .getConstructor(String.class)
            .newInstance(server);
    int expected = Integer.parseInt(tokens);
    return () -> {
      Counter counter = new Counter();
      stream.stream(counter);
      if (counter.tokens != expected) {
        throw new IllegalStateException(
            "The answer has " + expected + " tokens. " + counter.tokens + " came.");
      }
      return counter.tokens + " tokens, " + counter.characters + " characters";
    };
  }

  /** Only one thread at a time adds, and the end of the stream comes after all of them. */
  private static final class Counter implements TokenStream.Tokens {
    private int tokens;
    private long characters;

    @Override
    public void add(String text) {
      tokens++;
      characters += text.length();
    }
  }
}
