package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Contenders beside each other on a machine that others use too. Each has a JVM of its own, which
 * is kept warm; in every round each of them works for a short slice, in shuffled order, and is
 * compared with the first of them in the same round. What disturbs a whole round disturbs all.
 */
final class Duel {
  /**
   * One contender.
   *
   * @param label what it is called
   * @param command what starts its worker
   */
  record Entrant(String label, List<String> command) {}

  /**
   * What came out for one contender.
   *
   * @param label what it is called
   * @param result what its operation gives
   * @param nanos of one operation
   * @param ratio to the first contender, round by round
   * @param bytes allocated by one operation
   * @param cpuNanos of the whole process, for one operation
   */
  record Outcome(
      String label, String result, Spread nanos, Spread ratio, Spread bytes, Spread cpuNanos) {}

  private record Slice(double nanos, double bytes, double cpuNanos) {}

  private final long sliceNanos;
  private final int warmUps;
  private final int rounds;
  private final Random random = new Random(11);

  Duel(long sliceNanos, int warmUps, int rounds) {
    this.sliceNanos = sliceNanos;
    this.warmUps = warmUps;
    this.rounds = rounds;
  }

  List<Outcome> run(List<Entrant> entrants) throws IOException {
    Map<Entrant, Jvm> workers = new LinkedHashMap<>();
    try {
      Map<Entrant, String> results = new LinkedHashMap<>();
      for (Entrant entrant : entrants) {
        Jvm worker = Jvm.start(entrant.command());
        workers.put(entrant, worker);
        results.put(entrant, worker.line());
      }
      for (int i = 0; i < warmUps; i++) {
        round(entrants, workers, 100_000_000);
      }
      List<Map<Entrant, Slice>> all = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        all.add(round(entrants, workers, sliceNanos));
      }
      return entrants.stream()
          .map(entrant -> outcome(entrant, entrants.get(0), of(results, entrant), all))
          .toList();
    } finally {
      workers.values().forEach(Jvm::close);
    }
  }

  private Map<Entrant, Slice> round(List<Entrant> entrants, Map<Entrant, Jvm> workers, long nanos)
      throws IOException {
    List<Entrant> order = new ArrayList<>(entrants);
    Collections.shuffle(order, random);
    Map<Entrant, Slice> slices = new LinkedHashMap<>();
    for (Entrant entrant : order) {
      Jvm worker = of(workers, entrant);
      worker.send(Long.toString(nanos));
      String[] answer = worker.line().split(" ", -1);
      double operations = Double.parseDouble(answer[0]);
      slices.put(
          entrant,
          new Slice(
              Double.parseDouble(answer[1]) / operations,
              Double.parseDouble(answer[2]) / operations,
              Double.parseDouble(answer[3]) / operations));
    }
    return slices;
  }

  /** Every entrant has one of everything. */
  private static <T> T of(Map<Entrant, T> all, Entrant entrant) {
    return Objects.requireNonNull(all.get(entrant), entrant.label());
  }

  private static Outcome outcome(
      Entrant entrant, Entrant first, String result, List<Map<Entrant, Slice>> rounds) {
    return new Outcome(
        entrant.label(),
        result,
        Spread.of(rounds.stream().map(round -> of(round, entrant).nanos()).toList()),
        Spread.of(
            rounds.stream()
                .map(round -> of(round, entrant).nanos() / of(round, first).nanos())
                .toList()),
        Spread.of(rounds.stream().map(round -> of(round, entrant).bytes()).toList()),
        Spread.of(rounds.stream().map(round -> of(round, entrant).cpuNanos()).toList()));
  }
}
