package dev.adze.benchmarks.lab;

import dev.adze.benchmarks.kit.ShopCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What must not grow unnoticed: bytes, classes, jars and exceptions, which are the same on a busy
 * machine as on an idle one. Times are no gates. No other library is needed.
 */
final class Gates {
  private static final int TOKENS = 20_000;

  /** A little more than what calls take on the JDK where they take more. */
  private static final Map<ShopCalls, Integer> BYTES_PER_CALL =
      Map.of(
          ShopCalls.ADD, 160,
          ShopCalls.SEARCH, 230,
          ShopCalls.PLACE_ORDER, 1_500,
          ShopCalls.SUM, 15_800);

  private static final Map<String, Integer> BYTES_PER_TOKEN =
      Map.of("OpenAi", 900, "Anthropic", 620);

  private static final int CLASSES = 62;
  private static final int JARS = 8;
  private static final double MEGABYTES = 6.2;
  private static final int RUNS = 1_000;
  private static final int THREADS = 100;

  /** A buffer that each of them kept would add eight. */
  private static final int MEGABYTES_OF_RUNS = 50;

  private final Project project;
  private final List<List<String>> rows = new ArrayList<>();
  private int failed;

  Gates(Project project) {
    this.project = project;
  }

  /** Whether all of them hold. */
  boolean check() throws IOException, InterruptedException {
    classPath();
    startUp();
    calls();
    stream();
    exceptions();
    if (Runtime.version().feature() >= 24) {
      runsAtTheSameTime();
    }
    Table table = new Table("Gates", List.of("what", "found", "at most", "verdict"), rows);
    System.out.println(table.markdown());
    System.out.println((rows.size() - failed) + " passed, " + failed + " failed");
    return failed == 0;
  }

  private void gate(String what, double found, double most) {
    boolean holds = found <= most;
    failed += holds ? 0 : 1;
    rows.add(List.of(what, number(found), number(most), holds ? "holds" : "BROKEN"));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%,.1f", value);
  }

  private void classPath() throws IOException {
    List<Path> others =
        project.libraries("adze").stream()
            .filter(jar -> !jar.getFileName().toString().startsWith("adze-"))
            .toList();
    gate("third-party jars of a streaming agent", others.size(), JARS);
    gate("MB of them", FootprintBenchmark.megabytes(others), MEGABYTES);
  }

  private void startUp() throws IOException, InterruptedException {
    long classes = StartUpBenchmark.classesOfAdze(project);
    gate("classes beyond the JDK's archive for 100 tools", (double) classes, CLASSES);
  }

  private void calls() throws IOException {
    for (ShopCalls call : ShopCalls.values()) {
      Duel.Entrant entrant =
          new Duel.Entrant(call.tool(), worker("dispatch", "AdzeDispatch", call.name()));
      Duel.Outcome outcome = new Duel(40_000_000, 30, 10).run(List.of(entrant)).get(0);
      gate(
          "bytes for a call of " + call.tool(),
          outcome.bytes().min(),
          Objects.requireNonNull(BYTES_PER_CALL.get(call)));
    }
  }

  private void stream() throws IOException {
    if (Runtime.version().feature() < 21) {
      return;
    }
    try (Server server = Server.start(project, 1)) {
      for (Map.Entry<String, Integer> most : new TreeMap<>(BYTES_PER_TOKEN).entrySet()) {
        String format = most.getKey();
        Duel.Entrant entrant =
            new Duel.Entrant(
                format,
                worker(
                    "stream",
                    format + "RunStream",
                    server.burst(TOKENS),
                    Integer.toString(TOKENS)));
        Duel.Outcome outcome = new Duel(50_000_000, 8, 6).run(List.of(entrant)).get(0);
        gate(
            "bytes for a token of a run in " + format + "'s format",
            outcome.bytes().median() / TOKENS,
            most.getValue());
      }
    }
  }

  private List<String> worker(String kind, String type, String... arguments) throws IOException {
    List<String> program = new ArrayList<>();
    program.add("dev.adze.benchmarks.kit.Worker");
    program.add(kind);
    program.add("dev.adze.benchmarks.adze." + type);
    program.addAll(List.of(arguments));
    return Jvm.command(project.classPath("adze"), List.of(), program.toArray(new String[0]));
  }

  /** What a hundred more of the same throw: nothing. The interpreter tells of every exception. */
  private void exceptions() throws IOException, InterruptedException {
    for (ShopCalls call : ShopCalls.values()) {
      gate(
          "exceptions in a call of " + call.tool(),
          exceptions("dispatch", "AdzeDispatch", call.name()),
          0);
    }
    try (Server server = Server.start(project, 1)) {
      gate(
          "exceptions in a streamed run",
          exceptions("stream", "OpenAiRunStream", server.burst(10), "10"),
          0);
    }
  }

  private double exceptions(String kind, String type, String... arguments)
      throws IOException, InterruptedException {
    long few = thrown(10, kind, type, arguments);
    long many = thrown(110, kind, type, arguments);
    return (many - few) / 100.0;
  }

  private long thrown(int times, String kind, String type, String... arguments)
      throws IOException, InterruptedException {
    Path log = project.freshFolder("exceptions").resolve("exceptions.log");
    List<String> program = new ArrayList<>();
    program.add("dev.adze.benchmarks.kit.Repeat");
    program.add(Integer.toString(times));
    program.add(kind);
    program.add("dev.adze.benchmarks.adze." + type);
    program.addAll(List.of(arguments));
    Jvm.run(
        Jvm.command(
            project.classPath("adze"),
            List.of("-Xint", "-Xlog:exceptions=info:file=" + log),
            program.toArray(new String[0])));
    return Files.readAllLines(log).stream().filter(Gates::isOurs).count();
  }

  /** The JDK throws as it links a lambda that is seldom reached, once and whoever wrote it. */
  private static boolean isOurs(String line) {
    return line.contains("Exception <a ") && !line.contains("java.lang.invoke.");
  }

  private void runsAtTheSameTime() throws IOException, InterruptedException {
    try (Server server = Server.start(project, 1)) {
      List<String> program = new ArrayList<>();
      program.add("dev.adze.benchmarks.kit.Crowd");
      program.add("dev.adze.benchmarks.adze.OpenAiToolRunStream");
      program.add(Integer.toString(RUNS));
      program.add("20");
      program.addAll(server.paced(20, 300, 1));
      List<String> command =
          Jvm.command(project.classPath("adze"), List.of("-Xmx1g"), program.toArray(new String[0]));
      try (Jvm jvm = Jvm.startLoud(command)) {
        String[] live = jvm.line().split(" ", -1);
        String[] end = jvm.line().split(" ", -1);
        gate("threads of " + RUNS + " runs at the same time", field(live, 3), THREADS);
        gate("MB of live heap of them", field(live, 5), MEGABYTES_OF_RUNS);
        gate("runs of them that did not finish", RUNS - field(end, 0), 0);
      }
    }
  }

  private static double field(String[] fields, int index) {
    return Double.parseDouble(fields[index]);
  }
}
