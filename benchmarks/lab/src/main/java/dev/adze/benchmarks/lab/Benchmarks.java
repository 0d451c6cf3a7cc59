package dev.adze.benchmarks.lab;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command: what to measure. */
final class Benchmarks {
  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("conformance", new ConformanceBenchmark());
    ALL.put("startup", new StartUpBenchmark());
    ALL.put("footprint", new FootprintBenchmark());
    ALL.put("first-token", new FirstTokenBenchmark());
    ALL.put("stream", new StreamBenchmark());
    ALL.put("streams", new StreamsBenchmark());
    ALL.put("compile", new CompileBenchmark());
    ALL.put("dispatch", new DispatchBenchmark());
  }

  private Benchmarks() {}

  /**
   * Measures, prints, and keeps what came out.
   *
   * @param args names of benchmarks, or all, gates or page
   */
  public static void main(String[] args) throws Exception {
    Project project = new Project(Path.of(System.getProperty("benchmarks.home")));
    List<String> names =
        List.of(args).equals(List.of("all")) ? List.copyOf(ALL.keySet()) : List.of(args);
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "Say what to measure: " + ALL.keySet() + ", all, gates or page.");
    }
    for (String name : names) {
      switch (name) {
        case "gates" -> System.exit(new Gates(project).check() ? 0 : 1);
        case "page" -> Page.write(project);
        default -> measure(project, name);
      }
    }
  }

  private static void measure(Project project, String name) throws Exception {
    Benchmark benchmark = ALL.get(name);
    if (benchmark == null) {
      throw new IllegalArgumentException(
          "There is no benchmark \"" + name + "\". There are " + ALL.keySet() + ".");
    }
    Report report = benchmark.run(project);
    for (Table table : report.tables()) {
      System.out.println("\n### " + table.title() + "\n\n" + table.markdown());
    }
    Path folder = project.home().resolve("results");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    Results.newest(folder)
        .orElse(new Results(today, List.of()))
        .with(
            new Results.Entry(
                name,
                today,
                Machine.jdk(),
                Machine.cpu(),
                Machine.versions(project),
                report.tables(),
                report.figures()))
        .write(folder);
  }
}
