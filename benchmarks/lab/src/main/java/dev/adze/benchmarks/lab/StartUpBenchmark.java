package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the start of a JVM to its end, having registered a hundred tools with their schemas. */
final class StartUpBenchmark implements Benchmark {
  private static final int ROUNDS = 15;
  private static final String ADZE = "Adze";

  private static final Pattern RSS = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern CPU = Pattern.compile("CPU: (\\d+)");

  private record Contender(String label, List<Path> classPath) {
    List<String> command(List<String> options, String... arguments) {
      List<String> command = new ArrayList<>(Jvm.command(classPath, options, "hundred.Main"));
      command.addAll(List.of(arguments));
      return command;
    }
  }

  private record Seen(double cpuMillis, double megabytes, long classes, double archivedMillis) {}

  @Override
  public Report run(Project project) throws IOException, InterruptedException {
    List<Contender> contenders = contenders(project);
    Map<Contender, List<Double>> millis = new LinkedHashMap<>();
    contenders.forEach(contender -> millis.put(contender, new ArrayList<>()));
    Random random = new Random(11);
    for (int round = -2; round < ROUNDS; round++) {
      List<Contender> order = new ArrayList<>(contenders);
      Collections.shuffle(order, random);
      for (Contender contender : order) {
        double time = time(contender.command(List.of()));
        if (round >= 0) {
          Objects.requireNonNull(millis.get(contender)).add(time);
        }
      }
    }
    Map<Contender, Seen> seen = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      seen.put(contender, look(project, contender));
    }
    return report(millis, seen);
  }

  /** Adze's contender alone, for the gates. */
  static long classesOfAdze(Project project) throws IOException, InterruptedException {
    Path folder = project.freshFolder("startup");
    return classes(folder, adze(project, folder));
  }

  private static Contender adze(Project project, Path folder) throws IOException {
    List<Path> libraries = project.libraries("adze");
    List<String> options = List.of("-processorpath", Project.joined(project.processorPath()));
    return contender(folder, ADZE, HundredTools.adze(), libraries, options);
  }

  private static List<Contender> contenders(Project project) throws IOException {
    Path folder = project.freshFolder("startup");
    List<String> plain = List.of("-proc:none");
    return List.of(
        contender(
            folder,
            "limit: constants and a switch per class, by hand",
            HundredTools.limit(),
            project.classPath("limit").subList(0, 1),
            plain),
        adze(project, folder),
        contender(
            folder,
            "LangChain4j",
            HundredTools.langChain4j(),
            project.libraries("langchain4j"),
            plain),
        contender(folder, "Google ADK", HundredTools.adk(), project.libraries("adk"), plain),
        contender(
            folder,
            "Spring AI, no application context",
            HundredTools.springAi(),
            project.libraries("spring-ai"),
            plain),
        contender(folder, "a JVM that does nothing", HundredTools.nothing(), List.of(), plain));
  }

  private static Contender contender(
      Path folder, String label, Sources sources, List<Path> libraries, List<String> options)
      throws IOException {
    Path own = folder.resolve(Integer.toHexString(label.hashCode()));
    Path classes = sources.compile(own, libraries, options);
    List<Path> path = new ArrayList<>();
    path.add(Sources.jar(classes, own.resolve("hundred.jar")));
    path.addAll(libraries);
    return new Contender(label, path);
  }

  private static double time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int exit = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exit != 0) {
      throw new IOException("A contender must start. This does not: " + command);
    }
    return millis;
  }

  private static Seen look(Project project, Contender contender)
      throws IOException, InterruptedException {
    Path folder = project.freshFolder("startup-look");
    List<Double> cpu = new ArrayList<>();
    List<Double> rss = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String printed = Jvm.run(contender.command(List.of(), "look"));
      cpu.add(number(CPU, printed) / 1e6);
      rss.add(number(RSS, printed) / 1000);
    }
    Path archive = folder.resolve("classes.jsa");
    Jvm.run(contender.command(List.of("-XX:ArchiveClassesAtExit=" + archive)));
    List<Double> archived = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      archived.add(time(contender.command(List.of("-XX:SharedArchiveFile=" + archive))));
    }
    return new Seen(
        Spread.of(cpu).median(),
        Spread.of(rss).median(),
        classes(folder, contender),
        Spread.of(archived).median());
  }

  /** How many classes do not come from the archive that the JDK brings along. */
  private static long classes(Path folder, Contender contender)
      throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Jvm.run(contender.command(List.of("-Xlog:class+load:file=" + log)));
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
        .count();
  }

  private static double number(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("A contender says " + pattern + ". This one says:\n" + text);
    }
    return Double.parseDouble(found.group(1));
  }

  private static Report report(Map<Contender, List<Double>> millis, Map<Contender, Seen> seen) {
    List<Double> limit = millis.values().iterator().next();
    List<List<String>> rows = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    millis.forEach((contender, times) -> {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        ratios.add(times.get(i) / limit.get(i));
      }
      Spread spread = Spread.of(times);
      Spread ratio = Spread.of(ratios);
      Seen look = Objects.requireNonNull(seen.get(contender));
      rows.add(
          List.of(
              contender.label(),
              spread.asTime(),
              ratio.asRatio(),
              format("%.0f", look.cpuMillis()),
              format("%.0f", look.archivedMillis()),
              format("%.0f", look.megabytes()),
              Long.toString(look.classes())));
      String label = contender.label();
      figures.add(new Figure("startup", label, "ms", spread.median()));
      figures.add(new Figure("startup", label, "ms min", spread.min()));
      figures.add(new Figure("startup", label, "ratio", ratio.median()));
      figures.add(new Figure("startup", label, "CPU ms", look.cpuMillis()));
      figures.add(new Figure("startup", label, "ms with archive", look.archivedMillis()));
      figures.add(new Figure("startup", label, "RSS MB", look.megabytes()));
      figures.add(new Figure("startup", label, "classes", look.classes()));
    });
    Table table =
        new Table(
            "A JVM that registers 100 tools with their schemas, from start to end, "
                + ROUNDS
                + " runs",
            List.of(
                "contender",
                "ms, median (least)",
                "ratio (quartiles)",
                "CPU ms",
                "ms with a class archive of its own",
                "RSS MB",
                "classes beyond the JDK's archive"),
            rows);
    return new Report(List.of(table), figures);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
