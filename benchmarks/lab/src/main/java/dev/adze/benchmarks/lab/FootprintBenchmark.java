package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much has to be on the class path. */
final class FootprintBenchmark implements Benchmark {
  private record Contender(String label, String module) {}

  private static final List<Contender> STREAMING =
      List.of(
          new Contender("limit: OkHttp and jackson-core", "limit"),
          new Contender("Adze", "adze"),
          new Contender("LangChain4j, with OpenAI", "langchain4j-openai"),
          new Contender("LangChain4j, with Anthropic", "langchain4j-anthropic"),
          new Contender("openai-java", "openai"),
          new Contender("anthropic-java", "anthropic"),
          new Contender("Spring AI, with OpenAI", "spring-ai-openai"),
          new Contender("Google ADK", "adk"));

  @Override
  public Report run(Project project) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Contender contender : STREAMING) {
      List<Path> jars = project.libraries(contender.module());
      double megabytes = megabytes(jars);
      rows.add(
          List.of(
              contender.label(),
              Integer.toString(jars.size()),
              String.format(Locale.ROOT, "%.1f", megabytes)));
      figures.add(new Figure("streaming", contender.label(), "jars", jars.size()));
      figures.add(new Figure("streaming", contender.label(), "MB", megabytes));
    }
    Table table =
        new Table(
            "What a program that streams from a model has on its class path",
            List.of("contender", "jars", "MB"),
            rows);
    return new Report(List.of(table), figures);
  }

  static double megabytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes / 1_000_000.0;
  }
}
