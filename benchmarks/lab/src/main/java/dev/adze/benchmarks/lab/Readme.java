package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts the figures that matter most into the README, between two marks. */
final class Readme {
  private static final String BEGIN = "<!-- measured -->\n";
  private static final String END = "<!-- /measured -->\n";

  private record Library(String label, String startup, String footprint) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("Adze", "Adze", "Adze"),
          new Library("LangChain4j", "LangChain4j", "LangChain4j, with OpenAI"),
          new Library("Spring AI", "Spring AI, no application context", "Spring AI, with OpenAI"),
          new Library("Google ADK", "Google ADK", "Google ADK"));

  private Readme() {}

  static void write(Path readme, Results results) throws IOException {
    String text = Files.readString(readme);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException("The README has the marks " + BEGIN + " and " + END + ".");
    }
    String kept = text.substring(0, from + BEGIN.length());
    Files.writeString(readme, kept + measured(results) + text.substring(to));
  }

  private static String measured(Results results) {
    StringBuilder out = new StringBuilder();
    newest(results, "conformance")
        .ifPresent(entry -> {
          Table totals = entry.tables().get(0);
          out.append('\n').append(totals.title()).append(":\n\n").append(totals.markdown());
        });
    Optional<Results.Entry> startup = newest(results, "startup");
    Optional<Results.Entry> footprint = newest(results, "footprint");
    if (startup.isPresent() && footprint.isPresent()) {
      out.append('\n').append(costs(startup.get(), footprint.get()).markdown()).append('\n');
    }
    return out.toString();
  }

  private static Optional<Results.Entry> newest(Results results, String benchmark) {
    return results.entries().stream()
        .filter(entry -> entry.benchmark().equals(benchmark))
        .max(Comparator.comparingInt(Results.Entry::feature));
  }

  private static Table costs(Results.Entry startup, Results.Entry footprint) {
    List<List<String>> rows = new ArrayList<>();
    for (Library library : LIBRARIES) {
      rows.add(
          List.of(
              library.label(),
              figure(startup, library.startup(), "CPU ms", "%.0f ms"),
              figure(startup, library.startup(), "RSS MB", "%.0f MB"),
              figure(footprint, library.footprint(), "jars", "%.0f")
                  + " / "
                  + figure(footprint, library.footprint(), "MB", "%.1f MB")));
    }
    return new Table(
        "",
        List.of(
            "framework",
            "CPU to register 100 tools, JVM included (JDK " + startup.feature() + ")",
            "its memory",
            "jars of a program that streams"),
        rows);
  }

  private static String figure(Results.Entry entry, String contender, String measure, String form) {
    OptionalDouble value =
        entry.figures().stream()
            .filter(figure -> figure.contender().equals(contender))
            .filter(figure -> figure.measure().equals(measure))
            .mapToDouble(Figure::value)
            .findFirst();
    return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "-";
  }
}
