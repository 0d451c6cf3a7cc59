package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * One source for each rule. Its first lines say everything that is to be reported: the kind, a
 * piece of the line, the text. Nothing else may be.
 */
class ErrorTest {
  private static final Path ERRORS = Path.of("src/test/resources/errors");
  private static final Pattern EXPECTED =
      Pattern.compile("// (ERROR|MANDATORY_WARNING) at (.*?): (.*\\[adze:T\\d+])");

  @ParameterizedTest
  @EnumSource(
      names = {"T067", "T084"},
      mode = Mode.EXCLUDE)
  void isReportedWhereItStandsWithItsTextAndNothingElse(
      Rule rule, @TempDir Path output, @TempDir Path library) {
    Compiled.compile().sources(ERRORS.resolve("lib")).options("-proc:none").into(library);
    Path file = ERRORS.resolve(rule + ".java");
    List<String> lines = Compiled.read(file).lines().toList();

    Compiled compiled =
        Compiled.compile()
            .source(file)
            .sources(ERRORS.resolve("other"))
            .classPath(library)
            .options("-Xlint:all,-processing")
            .into(output);

    assertThat(compiled.diagnostics.stream().map(d -> describe(d)))
        .containsExactlyInAnyOrderElementsOf(expected(lines));
    assertThat(compiled.success).isEqualTo(rule.kind() != Diagnostic.Kind.ERROR);
  }

  @Test
  void everyFileOfErrorsBelongsToARule() {
    assertThat(Compiled.filesBelow(ERRORS))
        .filteredOn(file -> file.getParent().equals(ERRORS))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyElementsOf(
            Arrays.stream(Rule.values())
                .filter(rule -> rule != Rule.T067 && rule != Rule.T084)
                .map(rule -> rule + ".java")
                .toList());
  }

  private static List<String> expected(List<String> lines) {
    return lines.stream()
        .map(EXPECTED::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1) + " " + lineWith(m.group(2), lines) + " " + m.group(3))
        .toList();
  }

  private static long lineWith(String piece, List<String> lines) {
    List<Integer> found =
        Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
            .filter(i -> lines.get(i).contains(piece) && !lines.get(i).startsWith("// "))
            .toList();
    assertThat(found).as("lines with: %s", piece).hasSize(1);
    return found.get(0) + 1;
  }

  private static String describe(Diagnostic<?> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    return diagnostic.getKind() + " " + diagnostic.getLineNumber() + " " + text;
  }
}
