package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources that others wrote, with our annotations at random places: the processor never fails, and
 * what it writes always compiles, whatever else is wrong with the sources.
 */
@Tag("robustness")
class RealSourcesTest {
  private static final int SOURCES = Integer.getInteger("robustness.sources", 1_000);
  private static final int TOGETHER = 40;
  private static final Pattern GENERATED = Pattern.compile(".*(?:FunctionTools|Output)\\.java");

  private final List<String> failures = new ArrayList<>();
  private int owners;

  @TempDir Path folder;

  @Test
  void areProcessedWithoutFailure() throws IOException {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    Map<String, Map<String, String>> sources = RealSources.find();
    assertThat(sources).as("sources of the JDK or of libraries").isNotEmpty();
    List<String> folders = new ArrayList<>(sources.keySet());
    int done = 0;
    while (done < SOURCES) {
      String name = folders.get(random.nextInt(folders.size()));
      List<Map.Entry<String, String>> files = new ArrayList<>(sources.get(name).entrySet());
      int from = random.nextInt(files.size());
      int to = Math.min(files.size(), from + TOGETHER);
      compile(name, files.subList(from, to), random, done);
      done += to - from;
    }
    System.out.printf(
        Locale.ROOT,
        "robustness: %d types, %d owners, %d failures%n",
        done,
        owners,
        failures.size());
    assertThat(failures).as("seed %d", seed).isEmpty();
  }

  private void compile(
      String from, List<Map.Entry<String, String>> files, Random random, int number)
      throws IOException {
    Compiled.Setup setup = Compiled.compile();
    for (Map.Entry<String, String> file : files) {
      setup.source(file.getKey(), Sprinkler.sprinkle(file.getValue(), random));
    }
    for (String library : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (library.endsWith(".jar")) {
        setup.classPath(Path.of(library));
      }
    }
    // What is wrong elsewhere must not keep javac from looking at what was generated. It warns of
    // every use of a class that stands second in another's file, and no annotation silences that.
    setup
        .options("-Xlint:all,-processing,-path,-auxiliaryclass", "-XDshould-stop.ifError=FLOW")
        .options("-Xmaxerrs", "9999", "-Xmaxwarns", "9999");
    String first = from + files.get(0).getKey();
    Compiled compiled;
    try {
      compiled = setup.into(folder.resolve("turn" + number));
    } catch (RuntimeException | StackOverflowError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      failures.add(first + ": javac failed: " + trace);
      return;
    }
    Set<String> generated = compiled.generated().keySet();
    compiled.diagnostics.stream()
        .filter(diagnostic -> isFailure(diagnostic, generated))
        .forEach(diagnostic -> failures.add(first + ": " + diagnostic));
    owners += (int) generated.stream().filter(file -> GENERATED.matcher(file).matches()).count();
  }

  private static boolean isFailure(
      Diagnostic<? extends JavaFileObject> diagnostic, Set<String> generated) {
    boolean ours =
        diagnostic.getSource() != null
            && generated.stream()
                .anyMatch(file -> diagnostic.getSource().getName().endsWith("/" + file));
    return ours
        || diagnostic.getMessage(Locale.ROOT).contains("bug in Adze")
        || diagnostic.getMessage(Locale.ROOT).contains("uncaught exception");
  }
}
