package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes right at what OpenAI's strict mode takes, for older models and for all, and beyond. */
class StrictLimitsTest {
  @TempDir Path output;

  @ParameterizedTest
  @CsvSource({"100,", "101, MANDATORY_WARNING", "5000, MANDATORY_WARNING", "5001, ERROR"})
  void properties(int count, Diagnostic.@Nullable Kind kind) {
    StringBuilder types = new StringBuilder();
    StringBuilder parameters = new StringBuilder("int first");
    for (int left = count - 1, i = 0; left > 0; i++) {
      int fields = Math.min(200, left - 1);
      types.append("record R%d(%s) {}\n".formatted(i, fields("int f%d", fields)));
      parameters.append(", R%d r%d".formatted(i, i));
      left -= fields + 1;
    }
    assertReported(kind, Rule.T020, types.toString(), parameters.toString());
  }

  @ParameterizedTest
  @CsvSource({"15000,", "15001, MANDATORY_WARNING", "120000, MANDATORY_WARNING", "120001, ERROR"})
  void characters(int count, Diagnostic.@Nullable Kind kind) {
    int first = count / 2;
    String parameters =
        "@dev.adze.annotation.Name(\"%s\") int a, @dev.adze.annotation.Name(\"%s\") int b"
            .formatted("a".repeat(first), "b".repeat(count - first));
    assertReported(kind, Rule.T022, "", parameters);
  }

  @ParameterizedTest
  @CsvSource({"500,", "501, MANDATORY_WARNING", "1000, MANDATORY_WARNING", "1001, ERROR"})
  void constants(int count, Diagnostic.@Nullable Kind kind) {
    String types =
        "enum One { %s }\nenum Other { %s }\n"
            .formatted(fields("A%d", count / 2), fields("A%d", count - count / 2));
    assertReported(kind, Rule.T023, types, "One one, Other other");
  }

  @ParameterizedTest
  @CsvSource({"7500,", "7501, MANDATORY_WARNING", "15000, MANDATORY_WARNING", "15001, ERROR"})
  void charactersOfALargeEnum(int count, Diagnostic.@Nullable Kind kind) {
    String others = fields("A%03d", 250);
    String last = "Z".repeat(count - 250 * 4);
    assertReported(kind, Rule.T024, "enum E { %s, %s }\n".formatted(others, last), "E e");
  }

  private static String fields(String pattern, int count) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
  }

  private void assertReported(
      Diagnostic.@Nullable Kind kind, Rule rule, String types, String parameters) {
    String source =
        "@SuppressWarnings(\"adze:T011\") class Owner {\n"
            + types
            + "@dev.adze.annotation.Tool(\"x\") void take(%s) {} }".formatted(parameters);

    Compiled compiled =
        Compiled.compile()
            .source("Owner.java", source)
            .options("-Aadze.providers=openai-strict")
            .into(output);

    assertThat(compiled.diagnostics)
        .filteredOn(found -> found.getMessage(null).endsWith("[" + rule.id() + "]"))
        .extracting(Diagnostic::getKind)
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }
}
