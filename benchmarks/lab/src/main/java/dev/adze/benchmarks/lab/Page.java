package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the page of results, and its pictures, of the newest file of results. */
final class Page {
  private static final String CONFORMANCE = "conformance";

  /** What each benchmark shows, in the order of the page. */
  private static final List<Map.Entry<String, String>> SECTIONS =
      List.of(
          Map.entry(
              CONFORMANCE,
              """
              ## Calls that models make

              One tool for each of many types, the same Java source for every framework, and calls that a
              model may make of them. Each framework runs the call in its own loop with its own defaults,
              the model being a script. Whether a call is right is judged by the schema that the framework
              itself sent (networknt's validator), so that a framework that asks for a date as an object is
              right to refuse one as text. What a lenient framework takes for what was meant ("5" for 5,
              "dozen" for DOZEN, a comma too many) counts as bound and equal. ADK's model cannot write
              malformed JSON, because Gemini sends no text. Three types carry limits of Jakarta Validation,
              which only Adze reads.

              - **bound and equal**: the method was given what was meant.
              - **refused rightly**: it was not called, and the model reads why.
              - **refused wrongly**: the call obeys the schema, and is refused all the same.
              - **silently wrong**: the method was called with something else: 0, null, a half number, a
                map in a list of records.
              - **ended the run**: an exception came out of the framework's loop.
              - **no such tool**: the framework could make no tool of the method.

              Every call that went wrong is in [conformance.md](conformance.md).
              """),
          Map.entry(
              "startup",
              """
              ## Start-up

              A program that registers 100 tools with their schemas and ends: scalars, enums, lists, records
              and nested records. Each library has its own class path and nothing else on it.
              """),
          Map.entry("footprint", "## Class path\n"),
          Map.entry(
              "first-token",
              """
              ## First token

              A program that asks a model and prints the first token of the answer. The server is warm, the
              JVM is not. Adze does a whole run with its events; the others stream from their clients.
              """),
          Map.entry(
              "stream",
              """
              ## Streaming

              One long answer, as fast as it can be read. "A whole run" is what an application gets: a typed
              event for each token, numbered, stamped and delivered in order to a listener. The server's
              share is in no figure but the waiting for it. Before JDK 21 the bytes of threads that have
              ended cannot be counted.

              The limit parses every chunk, and OkHttp times each of its reads. Adze compares a chunk with an
              earlier one and parses it only if more than its text differs, which most chunks of an
              answer do not, and has the socket time its reads. So below 1 it does less, not the same
              faster. Chunks with escapes in their text are parsed, one in sixteen here, and so are the
              first few: of recorded answers in at least twenty chunks, six chunks in ten of OpenAI's
              format and four in ten of Anthropic's were spared the parser.
              """),
          Map.entry(
              "streams",
              """
              ## Many streams

              Streams in one JVM with `-Xmx1g`, a token a second each, from a server in another process. All
              clients run on virtual threads. "At the same time" is how many were still under way when
              the last had begun, which is when the figures were taken: a client whose streams wait
              for each other has none left by then. A row is the middle one of three runs by memory;
              of 10,000 streams there was one run.
              """),
          Map.entry(
              "compile",
              """
              ## Compile time

              What the processor writes would have to be written by hand and compiled otherwise, so that is
              what it is compared with. Where javac is started for a build, both are cold; a build that keeps
              it in memory, as Maven does for the modules after the first, loads the processor anew into
              a compiler that is warm, and then the processor's share is greater.
              """),
          Map.entry(
              "dispatch",
              """
              ## Dispatch

              From the text of a call's arguments through the method to the text of its result. A model takes
              a million times longer than this: it shows what a framework does for a call, and nothing that
              a user would notice. The strict limit refuses what Adze refuses, at the first fault and in
              fewer words; the lenient one trusts the text.
              """));

  private Page() {}

  static void write(Project project) throws IOException {
    Results results =
        Results.newest(project.home().resolve("results"))
            .orElseThrow(() -> new IOException("There are no results. Measure something first."));
    Path docs = project.home().resolveSibling("docs");
    StringBuilder page = new StringBuilder(head(results));
    for (Map.Entry<String, String> section : SECTIONS) {
      section(docs, page, section, results);
    }
    Files.createDirectories(docs);
    Files.writeString(docs.resolve("performance.md"), page.toString());
    for (Results.Entry entry : entries(results, CONFORMANCE)) {
      Files.writeString(docs.resolve("conformance.md"), faults(entry));
    }
    Readme.write(project.home().resolveSibling("README.md"), results);
  }

  private static String head(Results results) {
    Set<String> dates = new TreeSet<>();
    Set<String> jdks = new LinkedHashSet<>();
    Set<String> cpus = new LinkedHashSet<>();
    Set<String> versions = new LinkedHashSet<>();
    for (Results.Entry entry : results.entries()) {
      dates.add(entry.date());
      jdks.add(entry.jdk());
      cpus.add(entry.cpu());
      entry.versions().forEach((library, version) -> versions.add(library + " " + version));
    }
    return """
    # Performance

    Adze beside what a person would write by hand for one task (the limits) and beside other libraries.
    `benchmarks/run all` takes these figures and `benchmarks/run page` makes this page of them.

    Taken on %s: %s; %s; loopback, no TLS. %s.

    The machine is shared with others, so that times in milliseconds and nanoseconds say little by
    themselves. They are compared within one run: contenders take turns for short slices in shuffled
    order, each in a warm JVM of its own, and a ratio is the median over the rounds, its quartiles
    behind it. The first row is 1. Bytes, classes and jars are exact.

    """
        .formatted(
            String.join(" and ", dates),
            String.join(" and ", jdks),
            String.join(", ", cpus),
            String.join(", ", versions));
  }

  private static List<Results.Entry> entries(Results results, String benchmark) {
    return results.entries().stream()
        .filter(entry -> entry.benchmark().equals(benchmark))
        .sorted(Comparator.comparingInt(Results.Entry::feature))
        .collect(Collectors.toList());
  }

  private static void section(
      Path docs, StringBuilder page, Map.Entry<String, String> section, Results results)
      throws IOException {
    List<Results.Entry> entries = entries(results, section.getKey());
    if (entries.isEmpty()) {
      return;
    }
    page.append(section.getValue()).append('\n');
    Results.Entry newest = entries.get(entries.size() - 1);
    Optional<BarChart> chart = chart(newest);
    if (chart.isPresent()) {
      Path pictures = Files.createDirectories(docs.resolve("pictures"));
      Files.writeString(pictures.resolve(section.getKey() + ".svg"), chart.get().svg());
      page.append("![").append(section.getKey()).append("](pictures/");
      page.append(section.getKey()).append(".svg)\n\n");
    }
    tables(page, newest);
    for (Results.Entry older : entries.subList(0, entries.size() - 1)) {
      if (!section.getKey().equals(CONFORMANCE) && !section.getKey().equals("footprint")) {
        page.append("<details><summary>On JDK ").append(older.feature()).append("</summary>\n\n");
        tables(page, older);
        page.append("</details>\n\n");
      }
    }
  }

  private static void tables(StringBuilder page, Results.Entry entry) {
    int shown = entry.benchmark().equals(CONFORMANCE) ? 2 : entry.tables().size();
    for (Table table : entry.tables().subList(0, shown)) {
      page.append("**").append(table.title()).append("** (JDK ").append(entry.feature());
      page.append(")\n\n").append(table.markdown()).append('\n');
    }
  }

  private static Optional<BarChart> chart(Results.Entry entry) {
    return switch (entry.benchmark()) {
      case CONFORMANCE -> Optional.of(conformance(entry));
      case "startup" ->
          Optional.of(bars(entry, "startup", "CPU ms", "CPU milliseconds for 100 tools"));
      case "footprint" -> Optional.of(bars(entry, "streaming", "MB", "Megabytes of jars"));
      case "first-token" ->
          Optional.of(
              bars(entry, "first token", "ms min", "Milliseconds to the first token, least"));
      case "stream" ->
          Optional.of(bars(entry, "OpenAI's format", "B/token", "Bytes allocated per token"));
      case "streams" -> Optional.of(streams(entry));
      default -> Optional.empty();
    };
  }

  private static BarChart bars(Results.Entry entry, String subject, String measure, String title) {
    BarChart chart = new BarChart(title, List.of());
    for (Figure figure : entry.figures()) {
      if (figure.subject().equals(subject) && figure.measure().equals(measure)) {
        String form = figure.value() < 20 ? "%,.1f" : "%,.0f";
        String label = figure.contender().replaceFirst("[:,].*by hand.*", ": by hand");
        chart.bar(label, figure.value(), String.format(Locale.ROOT, form, figure.value()));
      }
    }
    return chart;
  }

  private static BarChart streams(Results.Entry entry) {
    BarChart chart = new BarChart("RSS in MB of runs with a tool call in each", List.of());
    for (Figure figure : entry.figures()) {
      if (figure.subject().startsWith("runs ") && figure.measure().equals("RSS MB")) {
        String label = figure.contender().startsWith("Adze") ? "Adze" : "limit: by hand";
        String size = figure.subject().substring(5);
        chart.bar(
            label + ", " + size,
            figure.value(),
            String.format(Locale.ROOT, "%.0f", figure.value()));
      }
    }
    return chart;
  }

  private static BarChart conformance(Results.Entry entry) {
    List<String> legend =
        entry.figures().stream().map(Figure::measure).distinct().collect(Collectors.toList());
    BarChart chart = new BarChart(entry.tables().get(0).title(), legend);
    List<String> contenders =
        entry.figures().stream().map(Figure::contender).distinct().collect(Collectors.toList());
    for (String contender : contenders) {
      chart.stack(
          contender,
          entry.figures().stream()
              .filter(figure -> figure.contender().equals(contender))
              .map(Figure::value)
              .collect(Collectors.toList()));
    }
    return chart;
  }

  private static String faults(Results.Entry entry) {
    Table faults = entry.tables().get(2);
    return "# Calls that went wrong\n\n"
        + "Taken on "
        + entry.date()
        + " with JDK "
        + entry.feature()
        + "; how they are judged is in [performance.md](performance.md).\n\n"
        + faults.markdown();
  }
}
