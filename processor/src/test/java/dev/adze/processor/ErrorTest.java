package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Rules about class files and options, which need more than one source. */
  private static final Map<Rule, String> ELSEWHERE =
      Map.of(
          Rule.T067, "ClassFilesTest#nullMarkedTypesAreWarnedOfWhereTheirMarksAreHidden",
          Rule.T084,
              "RobustnessTest#reportsATypeThatIsMissingFromTheClassPathAndThatJavacDoesNotMiss",
          Rule.T095, "ErrorTest#anUnknownProviderIsNamedWithTheNearestOne",
          Rule.T098, "WaysToCompileTest#whatGeneratedCodeNeedsAndDoesNotFindIsSaidOnce");

  @ParameterizedTest
  @EnumSource(
      names = {"T067", "T084", "T095", "T098"},
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
            .options(options(lines))
            .into(output);

    assertThat(compiled.diagnostics.stream().map(d -> describe(d)))
        .containsExactlyInAnyOrderElementsOf(expected(lines));
    assertThat(compiled.success).isEqualTo(lines.stream().noneMatch(l -> l.startsWith("// ERROR")));
  }

  @Test
  void everyFileOfErrorsBelongsToARule() {
    assertThat(Compiled.filesBelow(ERRORS))
        .filteredOn(file -> file.getParent().equals(ERRORS))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyElementsOf(
            Arrays.stream(Rule.values())
                .filter(rule -> !ELSEWHERE.containsKey(rule))
                .map(rule -> rule + ".java")
                .toList());
  }

  @Test
  void everyRuleHasANegativeTest() throws ReflectiveOperationException {
    for (String test : ELSEWHERE.values()) {
      String[] names = test.split("#");
      Class<?> type = Class.forName(ErrorTest.class.getPackageName() + "." + names[0]);
      assertThat(type.getDeclaredMethods()).anyMatch(method -> method.getName().equals(names[1]));
    }
    long tested =
        Arrays.stream(Rule.values())
            .filter(rule -> ELSEWHERE.containsKey(rule) || hasExpectation(rule))
            .count();

    System.out.printf("rules: %d of %d with a negative test%n", tested, Rule.values().length);
    assertThat(tested).isEqualTo(Rule.values().length);
  }

  private static boolean hasExpectation(Rule rule) {
    return Compiled.read(ERRORS.resolve(rule + ".java"))
        .lines()
        .map(EXPECTED::matcher)
        .anyMatch(m -> m.matches() && m.group(3).endsWith("[" + rule.id() + "]"));
  }

  @Test
  void anUnknownProviderIsNamedWithTheNearestOne(@TempDir Path output) {
    Compiled compiled =
        Compiled.compile()
            .source("Plain.java", "class Plain {}")
            .options("-Aadze.providers=openai, antropic,,mcp")
            .into(output);

    assertThat(compiled.texts())
        .containsExactly(
            "The option -Aadze.providers names \"antropic\", which is no provider. Did you mean"
                + " \"anthropic\"? Use some of openai, openai-strict, anthropic, anthropic-strict,"
                + " groq, gemini, mcp. [adze:T095]",
            "The option -Aadze.providers names \"\", which is no provider. Use some of openai,"
                + " openai-strict, anthropic, anthropic-strict, groq, gemini, mcp. [adze:T095]");
  }

  private static String[] options(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("// OPTION "))
        .map(line -> line.substring("// OPTION ".length()))
        .toArray(String[]::new);
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
