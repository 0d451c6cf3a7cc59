package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eclipse's compiler gives the files that javac gives, byte for byte, and compiles them. Where the
 * two differ in what they tell a processor, the files still compile, and the contracts are the
 * same.
 */
class EcjTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  /** What Eclipse's compiler hands over of a comment still has its Unicode escapes. */
  private static final String UNTRANSLATED = "\\\\u005cu0041";

  private static final String TRANSLATED = "\\\\u0041";

  /**
   * It sorts by name the constants of an enum in a class file, and the branches of a sealed type
   * that has no {@code permits}.
   */
  private static final Set<String> SORTED = Set.of("sealed", "texts");

  static Stream<String> cases() throws IOException {
    return GoldenTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesExactlyTheGoldenFiles(String name, @TempDir Path output) throws IOException {
    StringWriter printed = new StringWriter();
    String folder = output.toString();
    List<String> options =
        List.of(
            "--release", "17", "-nowarn", "-cp", Compiled.libraries(), "-s", folder, "-d", folder);
    EclipseCompiler ecj = new EclipseCompiler();
    try (StandardJavaFileManager files =
        ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> sources = Compiled.filesBelow(GOLDEN.resolve(name).resolve("in"));
      JavaCompiler.CompilationTask task =
          ecj.getTask(
              printed, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(
          List.of(new ToolProcessor(), new OutputProcessor(), new ToolIndexProcessor()));

      assertThat(task.call()).as("%s", printed).isTrue();
    }
    assertThat(printed.toString()).isEmpty();
    Map<String, String> golden = generated(GOLDEN.resolve(name).resolve("out"));
    if (SORTED.contains(name)) {
      Map<String, String> found = generated(output);
      assertThat(found).containsOnlyKeys(golden.keySet()).isNotEqualTo(golden);
      assertThat(contracts(found)).isEqualTo(contracts(golden));
    } else {
      assertThat(generated(output)).isEqualTo(golden);
    }
  }

  /** Eclipse calls processors for sources that are being written, too. */
  @Test
  void addsNothingToTheErrorsOfASourceThatCannotBeParsed(@TempDir Path output) throws IOException {
    Path source = output.resolve("Owner.java");
    Files.writeString(
        source,
        """
        class Owner {
          @dev.adze.annotation.Tool("x") void take(@dev.adze.annotation.Param("y") Size size) {}
          record Size(int x) { int broken( } }
        """);
    StringWriter printed = new StringWriter();
    EclipseCompiler ecj = new EclipseCompiler();
    try (StandardJavaFileManager files =
        ecj.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("--release", "17", "-cp", Compiled.libraries(), "-d", output.toString());
      JavaCompiler.CompilationTask task =
          ecj.getTask(printed, files, null, options, null, files.getJavaFileObjects(source));
      task.setProcessors(List.of(new ToolProcessor(), new ToolIndexProcessor()));

      assertThat(task.call()).isFalse();
    }
    assertThat(printed.toString()).contains("Syntax error").doesNotContain("Adze", "adze:");
  }

  private static Map<String, String> contracts(Map<String, String> files) {
    Map<String, String> contracts = new TreeMap<>(files);
    contracts.keySet().removeIf(file -> !file.startsWith("META-INF/adze/"));
    return contracts;
  }

  private static Map<String, String> generated(Path folder) {
    Map<String, String> files = new TreeMap<>();
    for (Path file : Compiled.filesBelow(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (!name.endsWith(".class")) {
        files.put(name, Compiled.read(file).replace(UNTRANSLATED, TRANSLATED));
      }
    }
    return files;
  }
}
