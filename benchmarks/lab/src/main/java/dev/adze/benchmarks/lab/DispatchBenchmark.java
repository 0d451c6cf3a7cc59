package dev.adze.benchmarks.lab;

import dev.adze.benchmarks.kit.ShopCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the text of the arguments through the tool to the text of the result. */
final class DispatchBenchmark implements Benchmark {
  private record Contender(String label, String module, String type) {}

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("limit: by hand, as strict as Adze", "limit", "limit.StrictDispatch"),
          new Contender("limit: by hand, lenient", "limit", "limit.LenientDispatch"),
          new Contender("Adze", "adze", "adze.AdzeDispatch"),
          new Contender("LangChain4j", "langchain4j", "langchain4j.LangChain4jDispatch"),
          new Contender("Spring AI", "spring-ai", "springai.SpringAiDispatch"),
          new Contender("Google ADK", "adk", "adk.AdkDispatch"));

  @Override
  public Report run(Project project) throws IOException {
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (ShopCalls call : ShopCalls.values()) {
      List<Duel.Entrant> entrants = new ArrayList<>();
      for (Contender contender : CONTENDERS) {
        entrants.add(
            new Duel.Entrant(
                contender.label(),
                Jvm.command(
                    project.classPath(contender.module()),
                    List.of(),
                    "dev.adze.benchmarks.kit.Worker",
                    "dispatch",
                    "dev.adze.benchmarks." + contender.type(),
                    call.name())));
      }
      List<Duel.Outcome> outcomes = new Duel(40_000_000, 30, 40).run(entrants);
      check(call, outcomes);
      tables.add(table(call, outcomes));
      outcomes.forEach(outcome -> add(figures, call.tool(), outcome));
    }
    return new Report(tables, figures);
  }

  /** Whoever gives another result has done other work. ADK wraps scalars; Spring AI quotes. */
  private static void check(ShopCalls call, List<Duel.Outcome> outcomes) {
    String bare = call.result().replace("\"", "").replace("\\", "");
    for (Duel.Outcome outcome : outcomes) {
      String given = outcome.result().replace("\"", "").replace("\\", "");
      if (!given.equals(bare) && !given.equals("{result:" + bare + "}")) {
        throw new IllegalStateException(
            "Contenders do the same work. " + outcome.label() + " gives " + outcome.result() + ".");
      }
    }
  }

  private static Table table(ShopCalls call, List<Duel.Outcome> outcomes) {
    List<List<String>> rows = new ArrayList<>();
    for (Duel.Outcome outcome : outcomes) {
      rows.add(
          List.of(
              outcome.label(),
              String.format(Locale.ROOT, "%,.0f", outcome.nanos().min()),
              outcome.ratio().asRatio(),
              String.format(Locale.ROOT, "%,.0f", outcome.bytes().min())));
    }
    return new Table(
        "Dispatch of " + call.tool(),
        List.of("contender", "ns per call, least", "ratio (quartiles)", "bytes per call"),
        rows);
  }

  private static void add(List<Figure> figures, String subject, Duel.Outcome outcome) {
    figures.add(new Figure(subject, outcome.label(), "ns/op min", outcome.nanos().min()));
    figures.add(new Figure(subject, outcome.label(), "ratio", outcome.ratio().median()));
    figures.add(new Figure(subject, outcome.label(), "ratio low", outcome.ratio().low()));
    figures.add(new Figure(subject, outcome.label(), "ratio high", outcome.ratio().high()));
    figures.add(new Figure(subject, outcome.label(), "B/op", outcome.bytes().min()));
  }
}
