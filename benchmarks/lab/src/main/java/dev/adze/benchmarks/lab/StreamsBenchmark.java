package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Many streams in one JVM at the same time, a token a second each, from a server in another. */
final class StreamsBenchmark implements Benchmark {
  private static final int ADDRESSES = 4;

  /** How much memory a JVM has taken depends on when it last collected garbage. */
  private static final int ROUNDS = 3;

  private static final int LARGEST = 10_000;

  private record Contender(String label, String module, String type, int size, int tokens) {}

  private static final String LIMIT = "limit: OkHttp on virtual threads, by hand";
  private static final String RUNS = "Adze, whole runs";

  private static final List<Contender> IDLE =
      List.of(
          new Contender(LIMIT, "limit", "limit.OkHttpJacksonStream", 2000, 20),
          new Contender(RUNS, "adze", "adze.OpenAiRunStream", 2000, 20),
          new Contender("openai-java", "openai", "openai.OpenAiJavaStream", 2000, 20),
          new Contender(
              "LangChain4j, its default transport",
              "langchain4j-openai",
              "langchain4jopenai.LangChain4jOpenAiStream",
              2000,
              20));

  /**
   * Answers of the largest crowd last longer, so that the first still come when the last begins.
   */
  private static final List<Contender> TOOLS =
      List.of(
          new Contender(LIMIT, "limit", "limit.OkHttpToolStream", 1000, 20),
          new Contender(RUNS, "adze", "adze.OpenAiToolRunStream", 1000, 20),
          new Contender(LIMIT, "limit", "limit.OkHttpToolStream", 2000, 20),
          new Contender(RUNS, "adze", "adze.OpenAiToolRunStream", 2000, 20),
          new Contender(LIMIT, "limit", "limit.OkHttpToolStream", LARGEST, 120),
          new Contender(RUNS, "adze", "adze.OpenAiToolRunStream", LARGEST, 120));

  @Override
  public Report run(Project project) throws IOException, InterruptedException {
    if (Runtime.version().feature() < 24) {
      throw new IOException("Streams are measured on JDK 25. Set JAVA_HOME to one.");
    }
    List<Figure> figures = new ArrayList<>();
    List<Table> tables =
        List.of(
            table(project, "Streams with no tool, a token a second", "idle", IDLE, figures),
            table(
                project,
                "Runs with a tool call in each, a token a second",
                "runs",
                TOOLS,
                figures));
    return new Report(tables, figures);
  }

  private static Table table(
      Project project,
      String title,
      String subject,
      List<Contender> contenders,
      List<Figure> figures)
      throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : contenders) {
      rows.add(row(project, subject, contender, figures));
      System.err.println(rows.get(rows.size() - 1));
    }
    return new Table(
        title,
        List.of(
            "contender",
            "streams",
            "tokens each",
            "at the same time",
            "all up in s",
            "CPU % of a core",
            "threads",
            "RSS MB",
            "live heap MB",
            "finished",
            "failed",
            "CPU s in all"),
        rows);
  }

  /** The middle one of a few runs by the memory that they took; of the largest crowd, one. */
  private static List<String> row(
      Project project, String subject, Contender contender, List<Figure> figures)
      throws IOException, InterruptedException {
    List<Crowd> crowds = new ArrayList<>();
    for (int round = 0; round < (contender.size() == LARGEST ? 1 : ROUNDS); round++) {
      crowds.add(crowd(project, contender));
    }
    crowds.sort(Comparator.comparingDouble(crowd -> number(crowd.live().get(4))));
    Crowd middle = crowds.get(crowds.size() / 2);
    List<String> live = middle.live();
    List<String> end = middle.end();
    String name = subject + " " + contender.size();
    String label = contender.label();
    figures.add(new Figure(name, label, "at the same time", number(live.get(0))));
    figures.add(new Figure(name, label, "CPU %", number(live.get(2))));
    figures.add(new Figure(name, label, "threads", number(live.get(3))));
    figures.add(new Figure(name, label, "RSS MB", number(live.get(4))));
    figures.add(new Figure(name, label, "heap MB", number(live.get(5))));
    figures.add(new Figure(name, label, "finished", number(end.get(0))));
    figures.add(new Figure(name, label, "failed", number(end.get(1))));
    figures.add(new Figure(name, label, "CPU s", number(end.get(4))));
    return List.of(
        label,
        String.format(Locale.ROOT, "%,d", contender.size()),
        Integer.toString(contender.tokens()),
        live.get(0),
        live.get(1),
        live.get(2),
        live.get(3),
        live.get(4),
        live.get(5),
        end.get(0),
        end.get(1),
        end.get(4));
  }

  /** What a JVM told of its streams while all were under way, and at their end. */
  private record Crowd(List<String> live, List<String> end) {}

  private static Crowd crowd(Project project, Contender contender)
      throws IOException, InterruptedException {
    try (Server server = Server.start(project, ADDRESSES)) {
      List<String> command =
          new ArrayList<>(
              Jvm.command(
                  project.classPath(contender.module()),
                  List.of("-Xmx1g"),
                  "dev.adze.benchmarks.kit.Crowd",
                  "dev.adze.benchmarks." + contender.type(),
                  Integer.toString(contender.size()),
                  Integer.toString(contender.tokens())));
      command.addAll(server.paced(contender.tokens(), 1000, ADDRESSES));
      try (Jvm jvm = Jvm.startLoud(command)) {
        List<String> live = List.of(jvm.line().split(" ", -1));
        List<String> end = List.of(jvm.line().split(" ", -1));
        jvm.waitFor();
        return new Crowd(live, end);
      }
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
