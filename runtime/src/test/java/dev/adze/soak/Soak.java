package dev.adze.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs plans, many at once, until all are done or one is violated, which is then made as small as
 * it still is when violated.
 */
final class Soak implements AutoCloseable {
  private static final int AT_ONCE = 48;

  /** Held here because the log manager forgets loggers that nobody holds. */
  private static final Logger LIBRARY = Logger.getLogger("dev.adze");

  /** How often a smaller plan is tried, because threads do not always meet in the same way. */
  private static final int TRIES = 8;

  /** How long a violated plan is made smaller: some fail only after a while. */
  private static final Duration SHRINKING = Duration.ofSeconds(5);

  /** A plan and what it violates. */
  private record Found(Plan plan, String violation) {}

  private final Path folder;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong runs = new AtomicLong();
  private final ExecutorService helpers = Executors.newCachedThreadPool();
  private final SoakServer http1;
  private final SoakServer http2;

  /**
   * @param folder for logs and for the server's certificate
   */
  Soak(Path folder) throws Exception {
    this.folder = folder;
    this.http1 = SoakServer.http1(folder);
    this.http2 = SoakServer.http2(folder);
  }

  /**
   * Runs the plans of so many seeds with the library silent; what came of it, in words.
   *
   * @param times how often each plan is run, because threads do not always meet in the same way
   */
  static String soak(Path folder, long firstSeed, long count, int times) throws Exception {
    LIBRARY.setLevel(Level.OFF);
    try (Soak soak = new Soak(folder)) {
      Found violated = soak.run(firstSeed, count, times, plan -> true);
      return violated == null
          ? "soak: " + soak.runs + " runs, " + soak.events + " events, 0 violations"
          : soak.describe(violated);
    } finally {
      LIBRARY.setLevel(null);
    }
  }

  /** Runs those plans of so many seeds that are of a sort; the first violation as it is, or "". */
  static String find(Path folder, long firstSeed, long count, String sort) throws Exception {
    LIBRARY.setLevel(Level.OFF);
    try (Soak soak = new Soak(folder)) {
      Found violated = soak.run(firstSeed, count, 1, Sort.valueOf(sort)::has);
      return violated == null ? "" : violated.violation();
    } finally {
      LIBRARY.setLevel(null);
    }
  }

  /** What is violated first; null if nothing is. */
  private Found run(long firstSeed, long count, int times, Predicate<Plan> which)
      throws InterruptedException {
    AtomicLong next = new AtomicLong();
    AtomicReference<Found> violated = new AtomicReference<>();
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      workers.execute(() -> {
        long run;
        while (violated.get() == null && (run = next.getAndIncrement()) < count * times) {
          Plan plan = Plans.of(firstSeed + run / times);
          String violation = which.test(plan) ? attempt(plan) : "";
          if (!violation.isEmpty()) {
            violated.compareAndSet(null, new Found(plan, violation));
          }
        }
      });
    }
    workers.shutdown();
    if (!workers.awaitTermination(1, TimeUnit.DAYS)) {
      throw new IllegalStateException("The soak did not end.");
    }
    return violated.get();
  }

  Path folder() {
    return folder;
  }

  long nextNumber() {
    return numbers.incrementAndGet();
  }

  /** The server of a way to the model; null for none. */
  SoakServer server(Plan.Transport transport) {
    return switch (transport) {
      case SCRIPTED -> null;
      case HTTP_1 -> http1;
      case HTTP_2 -> http2;
    };
  }

  void execute(Runnable task) {
    helpers.execute(task);
  }

  @Override
  public void close() {
    helpers.shutdown();
    http1.close();
    http2.close();
  }

  /** What was violated, or "". */
  private String attempt(Plan plan) {
    try {
      events.addAndGet(new SoakRun(plan, this).perform());
      runs.incrementAndGet();
      return "";
    } catch (Throwable thrown) {
      return String.valueOf(thrown);
    }
  }

  private String describe(Found found) {
    Found small = shrink(found, System.nanoTime() + SHRINKING.toNanos());
    return "Seed "
        + found.plan().seed()
        + ": "
        + found.plan()
        + "\n"
        + found.violation()
        + "\nshrunk to "
        + small.plan()
        + "\n"
        + small.violation();
  }

  private Found shrink(Found found, long end) {
    for (Plan simpler : found.plan().simpler()) {
      if (System.nanoTime() > end) {
        break;
      }
      String violation = again(simpler);
      if (!violation.isEmpty()) {
        return shrink(new Found(simpler, violation), end);
      }
    }
    return found;
  }

  private String again(Plan plan) {
    for (int i = 0; i < TRIES; i++) {
      String violation = attempt(plan);
      if (!violation.isEmpty()) {
        return violation;
      }
    }
    return "";
  }
}
