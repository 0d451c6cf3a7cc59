package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much longer javac takes because of the processor. What somebody would have written by hand
 * has to be compiled too, so that this is what is compared with; beside it stand the tools alone.
 * The compiler's thread is counted and nothing else that the machine does.
 */
final class CompileBenchmark implements Benchmark {
  private static final int OWNERS = 100;
  private static final int ROUNDS = 7;

  @Override
  public Report run(Project project) throws IOException {
    Path folder = project.freshFolder("compile");
    List<Path> owners = new ArrayList<>();
    List<String> texts = HundredTools.annotatedOwners(OWNERS);
    Files.createDirectories(folder.resolve("hundred"));
    for (int i = 0; i < OWNERS; i++) {
      Path file = folder.resolve("hundred").resolve("Owner" + i + ".java");
      owners.add(Files.writeString(file, texts.get(i)));
    }
    String libraries = Project.joined(project.libraries("adze"));
    String processor = Project.joined(project.processorPath());
    List<String> with = List.of("--release", "17", "-cp", libraries, "-processorpath", processor);
    List<String> without = List.of("--release", "17", "-cp", libraries, "-proc:none");
    Path first = folder.resolve("first");
    compile(owners, with, first);
    List<Path> all = new ArrayList<>(owners);
    try (Stream<Path> generated = Files.walk(first)) {
      generated.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
    }
    List<Double> processed = new ArrayList<>();
    List<Double> written = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = -3; round < ROUNDS; round++) {
      double one = compile(owners, with, folder.resolve("with" + round));
      double two = compile(all, without, folder.resolve("written" + round));
      double three = compile(owners, without, folder.resolve("bare" + round));
      if (round >= 0) {
        processed.add(one);
        written.add(two);
        bare.add(three);
      }
    }
    return report(processed, written, bare);
  }

  private static double compile(List<Path> files, List<String> options, Path to)
      throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", Files.createDirectories(to).toString()));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Sources.compile(files, all);
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static Report report(List<Double> processed, List<Double> written, List<Double> bare) {
    List<Figure> figures = new ArrayList<>();
    List<List<String>> rows =
        List.of(
            row("limit: the tools, and by hand what is generated", written, written, figures),
            row("Adze: the tools, and the processor", processed, written, figures),
            row("the tools alone, of which nothing can be called", bare, written, figures));
    Table table =
        new Table(
            "javac for 1,000 tools, CPU of its thread, " + ROUNDS + " runs",
            List.of("contender", "ms, median (least)", "ratio (quartiles)"),
            rows);
    return new Report(List.of(table), figures);
  }

  private static List<String> row(
      String label, List<Double> times, List<Double> base, List<Figure> figures) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ratios.add(times.get(i) / base.get(i));
    }
    Spread spread = Spread.of(times);
    figures.add(new Figure("compile", label, "CPU ms", spread.median()));
    figures.add(new Figure("compile", label, "ratio", Spread.of(ratios).median()));
    return List.of(
        label,
        String.format(Locale.ROOT, "%,.0f (%,.0f)", spread.median(), spread.min()),
        Spread.of(ratios).asRatio());
  }
}
