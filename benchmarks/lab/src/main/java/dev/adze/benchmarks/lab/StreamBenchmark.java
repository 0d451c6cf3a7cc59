package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One long answer of a model, as fast as it can be read. */
final class StreamBenchmark implements Benchmark {
  private static final int TOKENS = 20_000;

  private record Contender(String label, String module, String type) {}

  private static final List<Contender> OPENAI =
      List.of(
          new Contender("limit: OkHttp and Jackson's tokens", "limit", "limit.OkHttpJacksonStream"),
          new Contender(
              "limit: OkHttp and a scan for one field", "limit", "limit.OkHttpScannerStream"),
          new Contender("Adze, the client alone", "adze", "adze.OpenAiClientStream"),
          new Contender("Adze, a whole run", "adze", "adze.OpenAiRunStream"),
          new Contender(
              "LangChain4j", "langchain4j-openai", "langchain4jopenai.LangChain4jOpenAiStream"),
          new Contender("openai-java", "openai", "openai.OpenAiJavaStream"),
          new Contender("Spring AI", "spring-ai-openai", "springaiopenai.SpringAiOpenAiStream"));

  private static final List<Contender> ANTHROPIC =
      List.of(
          new Contender(
              "limit: OkHttp and Jackson's tokens", "limit", "limit.OkHttpAnthropicStream"),
          new Contender("Adze, the client alone", "adze", "adze.AnthropicClientStream"),
          new Contender("Adze, a whole run", "adze", "adze.AnthropicRunStream"),
          new Contender(
              "LangChain4j",
              "langchain4j-anthropic",
              "langchain4janthropic.LangChain4jAnthropicStream"),
          new Contender("anthropic-java", "anthropic", "anthropic.AnthropicJavaStream"));

  @Override
  public Report run(Project project) throws IOException {
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    try (Server server = Server.start(project, 1)) {
      duel(project, server, "OpenAI's format", OPENAI, tables, figures);
      duel(project, server, "Anthropic's format", ANTHROPIC, tables, figures);
    }
    return new Report(tables, figures);
  }

  private static void duel(
      Project project,
      Server server,
      String format,
      List<Contender> contenders,
      List<Table> tables,
      List<Figure> figures)
      throws IOException {
    List<Duel.Entrant> entrants = new ArrayList<>();
    for (Contender contender : contenders) {
      entrants.add(
          new Duel.Entrant(
              contender.label(),
              Jvm.command(
                  project.classPath(contender.module()),
                  List.of(),
                  "dev.adze.benchmarks.kit.Worker",
                  "stream",
                  "dev.adze.benchmarks." + contender.type(),
                  server.burst(TOKENS),
                  Integer.toString(TOKENS))));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Duel.Outcome outcome : new Duel(40_000_000, 25, 25).run(entrants)) {
      double bytes = outcome.bytes().median() / TOKENS;
      rows.add(
          List.of(
              outcome.label(),
              perToken(outcome.nanos().min()),
              outcome.ratio().asRatio(),
              bytes == 0 ? "-" : String.format(Locale.ROOT, "%,.0f", bytes),
              perToken(outcome.cpuNanos().median())));
      String label = outcome.label();
      figures.add(new Figure(format, label, "ns/token min", outcome.nanos().min() / TOKENS));
      figures.add(new Figure(format, label, "ratio", outcome.ratio().median()));
      figures.add(new Figure(format, label, "ratio low", outcome.ratio().low()));
      figures.add(new Figure(format, label, "ratio high", outcome.ratio().high()));
      figures.add(new Figure(format, label, "B/token", bytes));
      figures.add(new Figure(format, label, "CPU ns/token", outcome.cpuNanos().median() / TOKENS));
    }
    tables.add(
        new Table(
            "Streaming " + TOKENS + " tokens in " + format,
            List.of(
                "contender",
                "ns per token, least",
                "ratio (quartiles)",
                "bytes per token",
                "CPU ns per token"),
            rows));
  }

  private static String perToken(double nanos) {
    return String.format(Locale.ROOT, "%,.0f", nanos / TOKENS);
  }
}
