package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** From the start of a JVM to the first token of its first answer. */
final class FirstTokenBenchmark implements Benchmark {
  private static final int ROUNDS = 15;

  private record Contender(String label, String module, String type) {}

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("limit: OkHttp and Jackson's tokens", "limit", "limit.OkHttpJacksonStream"),
          new Contender("Adze, a whole run", "adze", "adze.OpenAiRunStream"),
          new Contender(
              "LangChain4j", "langchain4j-openai", "langchain4jopenai.LangChain4jOpenAiStream"),
          new Contender("openai-java", "openai", "openai.OpenAiJavaStream"),
          new Contender("Spring AI", "spring-ai-openai", "springaiopenai.SpringAiOpenAiStream"));

  @Override
  public Report run(Project project) throws IOException {
    Map<Contender, List<Double>> millis = new LinkedHashMap<>();
    CONTENDERS.forEach(contender -> millis.put(contender, new ArrayList<>()));
    Random random = new Random(11);
    try (Server server = Server.start(project, 1)) {
      for (int round = -2; round < ROUNDS; round++) {
        List<Contender> order = new ArrayList<>(CONTENDERS);
        Collections.shuffle(order, random);
        for (Contender contender : order) {
          double time = firstToken(project, contender, server.burst(20));
          if (round >= 0) {
            Objects.requireNonNull(millis.get(contender)).add(time);
          }
        }
      }
    }
    return report(millis);
  }

  private static double firstToken(Project project, Contender contender, String address)
      throws IOException {
    List<String> command =
        Jvm.command(
            project.classPath(contender.module()),
            List.of(),
            "dev.adze.benchmarks.kit.FirstToken",
            "dev.adze.benchmarks." + contender.type(),
            address);
    long start = System.nanoTime();
    try (Jvm jvm = Jvm.start(command)) {
      jvm.line();
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static Report report(Map<Contender, List<Double>> millis) {
    List<Double> limit = Objects.requireNonNull(millis.get(CONTENDERS.get(0)));
    List<List<String>> rows = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    millis.forEach((contender, times) -> {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < times.size(); i++) {
        ratios.add(times.get(i) / limit.get(i));
      }
      Spread spread = Spread.of(times);
      Spread ratio = Spread.of(ratios);
      rows.add(List.of(contender.label(), spread.asTime(), ratio.asRatio()));
      figures.add(new Figure("first token", contender.label(), "ms", spread.median()));
      figures.add(new Figure("first token", contender.label(), "ms min", spread.min()));
      figures.add(new Figure("first token", contender.label(), "ratio", ratio.median()));
    });
    String title =
        String.format(Locale.ROOT, "A cold JVM to its first streamed token, %d runs", ROUNDS);
    Table table =
        new Table(title, List.of("contender", "ms, median (least)", "ratio (quartiles)"), rows);
    return new Report(List.of(table), figures);
  }
}
