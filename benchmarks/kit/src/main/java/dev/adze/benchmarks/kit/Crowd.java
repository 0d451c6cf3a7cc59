package dev.adze.benchmarks.kit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * A process with many streams at the same time, one virtual thread each. It prints two lines: what
 * it takes while they all run, and how they ended.
 */
public final class Crowd {
  private static final long PATIENCE_TO_BEGIN = 120_000_000_000L;
  private static final long PATIENCE_TO_END = 400_000_000_000L;

  private final int size;
  private final LongAdder tokens = new LongAdder();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private Crowd(int size) {
    this.size = size;
  }

  /**
   * Runs the crowd.
   *
   * @param args the class of a {@link TokenStream}, how many of them, how many tokens each answer
   *     has, and the addresses of the server, which take turns
   */
  public static void main(String[] args) throws Exception {
    int size = Integer.parseInt(args[1]);
    int tokens = Integer.parseInt(args[2]);
    TokenStream[] streams = new TokenStream[args.length - 3];
    for (int i = 0; i < streams.length; i++) {
      streams[i] =
          Class.forName(args[0])
              .asSubclass(TokenStream.class)
              .getConstructor(String.class)
              .newInstance(args[i + 3]);
    }
    new Crowd(size).run(List.of(streams), tokens);
    System.exit(0);
  }

  private void run(List<TokenStream> streams, int expected) throws Exception {
    long start = System.nanoTime();
    Executor threads = virtualThreads();
    for (int i = 0; i < size; i++) {
      TokenStream stream = streams.get(i % streams.size());
      threads.execute(() -> stream(stream, expected));
      if (i % 100 == 99) {
        // A server's queue of new connections has an end.
        LockSupport.parkNanos(5_000_000);
      }
    }
    waitUntil(
        start + PATIENCE_TO_BEGIN,
        () -> begun.get() == size || finished.get() + failed.get() == size);
    double up = (System.nanoTime() - start) / 1e9;
    long cpu = cpuTime();
    long from = System.nanoTime();
    LockSupport.parkNanos(5_000_000_000L);
    double load = 100.0 * (cpuTime() - cpu) / (System.nanoTime() - from);
    int running = begun.get() - finished.get() - failed.get();
    long rss = status("VmRSS:");
    long threadCount = status("Threads:");
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d %.1f %.1f %d %d %d",
            running,
            up,
            load,
            threadCount,
            rss / 1000,
            heap / 1_000_000));
    waitUntil(start + PATIENCE_TO_END, () -> finished.get() + failed.get() == size);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%d %d %d %.1f %.1f",
            finished.get(),
            failed.get(),
            tokens.sum(),
            (System.nanoTime() - start) / 1e9,
            cpuTime() / 1e9));
  }

  private void stream(TokenStream stream, int expected) {
    int[] count = new int[1];
    try {
      stream.stream(text -> {
        tokens.increment();
        if (count[0]++ == 0) {
          begun.incrementAndGet();
        }
      });
      if (count[0] != expected) {
        throw new IOException("An answer has " + expected + " tokens. " + count[0] + " came.");
      }
      finished.incrementAndGet();
    } catch (Exception e) {
      if (failed.getAndIncrement() == 0) {
        e.printStackTrace();
      }
    }
  }

  private interface Condition {
    boolean holds();
  }

  /** Waits for a while; a library that never comes so far is reported as it stands. */
  private static void waitUntil(long end, Condition condition) {
    while (!condition.holds() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static long cpuTime() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private static long status(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D+", ""));
      }
    }
    throw new IOException("The system tells " + name + ", but not here.");
  }

  /** Called by name, because these class files are of a Java that lacks it. */
  private static Executor virtualThreads() throws ReflectiveOperationException {
    return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }
}
