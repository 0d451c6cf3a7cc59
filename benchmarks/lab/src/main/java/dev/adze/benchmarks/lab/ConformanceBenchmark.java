package dev.adze.benchmarks.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One tool for each of many types, and calls that a model may make of it: what does each framework
 * do with them? Whether a call is right is judged by the schema that the framework itself sent.
 */
final class ConformanceBenchmark implements Benchmark {
  private record Contender(String label, String module, String conversation, String annotation) {}

  private static final List<Contender> CONTENDERS =
      List.of(
          new Contender("Adze", "adze", "adze.AdzeConversation", "dev.adze.annotation.Tool"),
          new Contender(
              "LangChain4j",
              "langchain4j",
              "langchain4j.LangChain4jConversation",
              "dev.langchain4j.agent.tool.Tool"),
          new Contender(
              "Spring AI",
              "spring-ai",
              "springai.SpringAiConversation",
              "org.springframework.ai.tool.annotation.Tool"),
          new Contender("Google ADK", "adk", "adk.AdkConversation", ""));

  /** What became of a call. */
  private enum Verdict {
    EQUAL("bound and equal"),
    RIGHTLY("refused rightly"),
    WRONGLY("refused wrongly"),
    SILENT("silently wrong"),
    ENDED("ended the run"),
    UNREGISTERED("no such tool"),
    UNSAYABLE("cannot be said");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }
  }

  private static final Set<Verdict> BAD =
      EnumSet.of(Verdict.WRONGLY, Verdict.SILENT, Verdict.ENDED);

  private record Seen(String tool, String arguments, Verdict verdict, String detail) {}

  @Override
  public Report run(Project project) throws IOException, InterruptedException {
    Map<Contender, List<Seen>> seen = new LinkedHashMap<>();
    for (Contender contender : CONTENDERS) {
      seen.put(contender, judge(project, contender));
    }
    return report(seen);
  }

  private static List<Seen> judge(Project project, Contender contender)
      throws IOException, InterruptedException {
    Path folder = project.freshFolder("conformance-" + contender.module());
    List<Path> path = new ArrayList<>(project.classPath(contender.module()));
    // Jakarta's annotations are read by name, and by nobody at run time.
    List<Path> compilePath = new ArrayList<>(path);
    compilePath.addAll(project.libraries("lab"));
    List<String> options =
        contender.module().equals("adze")
            ? List.of("-processorpath", Project.joined(project.processorPath()))
            : List.of("-proc:none");
    Path classes =
        new Sources()
            .add("kinds/Kinds.java", source(contender.annotation()))
            .compile(folder, compilePath, options);
    path.add(0, classes);
    String printed =
        Jvm.printed(
            Jvm.command(
                path,
                List.of(),
                "dev.adze.benchmarks.kit.Conformance",
                "dev.adze.benchmarks." + contender.conversation(),
                "kinds.Kinds"));
    return seen(printed);
  }

  private static String source(String annotation) throws IOException {
    try (InputStream in = ConformanceBenchmark.class.getResourceAsStream("Kinds.java.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return annotation.isEmpty()
          ? text.replace("import TOOL;\n", "").replace("  @Tool\n", "")
          : text.replace("TOOL", annotation);
    }
  }

  private static List<Seen> seen(String printed) {
    Map<String, SentSchema> schemas = new LinkedHashMap<>();
    List<Seen> all = new ArrayList<>();
    for (String line : printed.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (fields[0].equals("schema")) {
        schemas.put(fields[1], SentSchema.of(fields[2]));
      } else {
        String tool = fields[0];
        String arguments = fields[1];
        boolean meant = fields[2].equals("meant");
        boolean fits = Objects.requireNonNull(schemas.get(tool)).fits(arguments);
        all.add(new Seen(tool, arguments, verdict(fields[3], meant, fits), fields[4]));
      }
    }
    return all;
  }

  private static Verdict verdict(String outcome, boolean meant, boolean fits) {
    return switch (outcome) {
      case "equal" -> Verdict.EQUAL;
      case "other" -> Verdict.SILENT;
      case "refused" -> meant && fits ? Verdict.WRONGLY : Verdict.RIGHTLY;
      case "ended" -> Verdict.ENDED;
      case "unregistered" -> Verdict.UNREGISTERED;
      case "unsayable" -> Verdict.UNSAYABLE;
      default -> throw new IllegalStateException("There is no outcome " + outcome + ".");
    };
  }

  private static Report report(Map<Contender, List<Seen>> all) {
    List<Figure> figures = new ArrayList<>();
    List<List<String>> totals = new ArrayList<>();
    all.forEach((contender, seen) -> {
      Map<Verdict, Integer> counts = counts(seen);
      List<String> row = new ArrayList<>(List.of(contender.label()));
      for (Verdict verdict : Verdict.values()) {
        int count = counts.getOrDefault(verdict, 0);
        row.add(Integer.toString(count));
        figures.add(new Figure("conformance", contender.label(), verdict.label, count));
      }
      totals.add(row);
    });
    List<Seen> first = all.values().iterator().next();
    List<String> columns = new ArrayList<>(List.of("framework"));
    for (Verdict verdict : Verdict.values()) {
      columns.add(verdict.label);
    }
    int types = (int) first.stream().map(Seen::tool).distinct().count();
    String title = String.format(Locale.ROOT, "%d calls of tools of %d types", first.size(), types);
    List<Table> tables = new ArrayList<>();
    tables.add(new Table(title, columns, totals));
    tables.add(byType(all));
    tables.add(faults(all));
    return new Report(tables, figures);
  }

  private static Map<Verdict, Integer> counts(List<Seen> seen) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    seen.forEach(one -> counts.merge(one.verdict(), 1, Integer::sum));
    return counts;
  }

  /** For each type and framework: how many calls came to a good end, of how many. */
  private static Table byType(Map<Contender, List<Seen>> all) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    all.forEach((contender, seen) -> {
      Map<String, int[]> counts = new LinkedHashMap<>();
      for (Seen one : seen) {
        int[] count = counts.computeIfAbsent(one.tool(), unused -> new int[2]);
        boolean counted = one.verdict() != Verdict.UNSAYABLE;
        boolean good = one.verdict() == Verdict.EQUAL || one.verdict() == Verdict.RIGHTLY;
        count[0] += good ? 1 : 0;
        count[1] += counted ? 1 : 0;
      }
      counts.forEach((tool, count) ->
          rows.computeIfAbsent(tool, name -> new ArrayList<>(List.of(name)))
              .add(count[0] + " of " + count[1]));
    });
    List<String> columns = new ArrayList<>(List.of("tool"));
    all.keySet().forEach(contender -> columns.add(contender.label()));
    return new Table(
        "Calls that were bound and equal or refused rightly, by type",
        columns,
        new ArrayList<>(rows.values()));
  }

  /** Every call that came to no good end, so that each can be looked up. */
  private static Table faults(Map<Contender, List<Seen>> all) {
    List<List<String>> rows = new ArrayList<>();
    all.forEach((contender, seen) -> {
      for (Seen one : seen) {
        if (BAD.contains(one.verdict())) {
          rows.add(
              List.of(
                  contender.label(),
                  one.tool(),
                  "`" + one.arguments().replace("|", "\\|") + "`",
                  one.verdict().label,
                  shortened(one.detail())));
        }
      }
    });
    return new Table(
        "Calls that were refused wrongly, silently wrong, or ended the run",
        List.of("framework", "tool", "arguments", "what became of it", "what was bound or said"),
        rows);
  }

  private static String shortened(String text) {
    String one =
        text.replace("|", "\\|")
            .replace("`", "'")
            .replaceAll("@[0-9a-f]+", "")
            .replaceAll("\\p{Cntrl}", "(control)");
    return one.isEmpty()
        ? ""
        : "`" + (one.length() > 100 ? one.substring(0, 100) + "..." : one) + "`";
  }
}
