package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much longer javac takes because of the processor. What somebody would have written by hand
 * has to be compiled too, so that this is what is compared with; beside it stand the tools alone.
 * The compiler's thread is counted and nothing else that the machine does. It is started anew each
 * time, as for most builds; some keep a JVM in which the compiler is warm and the processor is not.
 */
final class CompileBenchmark implements Benchmark {
  private static final int OWNERS = 100;
  private static final int ROUNDS = 7;
  private static final String ADZE = "Adze: the tools, and the processor";

  /** One way to run javac on sources with options. */
  private interface Javac {
    double time(List<Path> sources, List<String> options) throws IOException, InterruptedException;
  }

  @Override
  public Report run(Project project) throws IOException, InterruptedException {
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
    Compilation.time(owners, into(first, with));
    List<Path> all = new ArrayList<>(owners);
    try (Stream<Path> generated = Files.walk(first)) {
      generated.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
    }
    List<Contender> contenders =
        List.of(
            new Contender("limit: the tools, and by hand what is generated", all, without),
            new Contender(ADZE, owners, with),
            new Contender("the tools alone, of which nothing can be called", owners, without));
    List<Figure> figures = new ArrayList<>();
    String title = "javac for 1,000 tools, CPU of its thread, " + ROUNDS + " runs, ";
    String anew = "each in a new JVM";
    String again = "in a JVM that has compiled them before";
    Table cold =
        table(
            title + anew,
            "compile",
            figures,
            contenders,
            folder.resolve("new"),
            0,
            Compilation::timeApart);
    Table warm =
        table(
            title + again,
            "compile, warm",
            figures,
            contenders,
            folder.resolve("warm"),
            3,
            Compilation::time);
    printRatio("compile", anew, figures);
    printRatio("compile, warm", again, figures);
    return new Report(List.of(cold, warm), figures);
  }

  /** The one number of each table on a line of its own, which is easy to find. */
  private static void printRatio(String name, String javac, List<Figure> figures) {
    for (Figure figure : figures) {
      boolean ours = figure.subject().equals(name) && figure.contender().equals(ADZE);
      if (ours && figure.measure().equals("ratio")) {
        System.out.printf(Locale.ROOT, "compile: 1000 tools, %.2f x (%s)%n", figure.value(), javac);
      }
    }
  }

  /** Sources and the options that they are compiled with. */
  private record Contender(String label, List<Path> sources, List<String> options) {}

  private static Table table(
      String title,
      String name,
      List<Figure> figures,
      List<Contender> contenders,
      Path folder,
      int warmUps,
      Javac javac)
      throws IOException, InterruptedException {
    List<List<Double>> times = new ArrayList<>();
    contenders.forEach(contender -> times.add(new ArrayList<>()));
    for (int round = -warmUps; round < ROUNDS; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        Contender contender = contenders.get(i);
        Path to = folder.resolve(i + "_" + round);
        double time = javac.time(contender.sources(), into(to, contender.options()));
        if (round >= 0) {
          times.get(i).add(time);
        }
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      rows.add(row(name, contenders.get(i).label(), times.get(i), times.get(0), figures));
    }
    return new Table(title, List.of("contender", "ms, median (least)", "ratio (quartiles)"), rows);
  }

  private static List<String> into(Path folder, List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", Files.createDirectories(folder).toString()));
    return all;
  }

  private static List<String> row(
      String name, String label, List<Double> times, List<Double> base, List<Figure> figures) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ratios.add(times.get(i) / base.get(i));
    }
    Spread spread = Spread.of(times);
    figures.add(new Figure(name, label, "CPU ms", spread.median()));
    figures.add(new Figure(name, label, "ratio", Spread.of(ratios).median()));
    return List.of(
        label,
        String.format(Locale.ROOT, "%,.0f (%,.0f)", spread.median(), spread.min()),
        Spread.of(ratios).asRatio());
  }
}
