package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.tool.FunctionTool;
import dev.adze.tool.InvalidArgumentsException;
import dev.adze.tool.PreparedCall;
import dev.adze.tool.ToolBinder;
import dev.adze.tool.ToolContext;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each kind of value takes, as what it arrives, and what it refuses in which words. */
class KindsTest {
  @TempDir static Path output;

  private static final Map<String, FunctionTool> TOOLS = new LinkedHashMap<>();
  private static URLClassLoader loader;

  @BeforeAll
  @SuppressWarnings("unchecked") // The binder is that of the owner.
  static void bind() throws ReflectiveOperationException {
    Compiled compiled =
        Compiled.compile().sources(Path.of("src/test/resources/kinds")).into(output);
    assertThat(compiled.texts()).isEmpty();
    loader = compiled.loader();
    Object owner = loader.loadClass("kinds.Kinds").getConstructor().newInstance();
    Object binder = loader.loadClass("kinds.KindsFunctionTools").getConstructor().newInstance();
    ((ToolBinder<Object>) binder).bind(owner).forEach(tool -> TOOLS.put(tool.spec().name(), tool));
  }

  @AfterAll
  static void close() throws IOException {
    loader.close();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/kinds/taken.txt",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000)
  void takes(String tool, String value, String arrived) throws Exception {
    PreparedCall call = TOOLS.get(tool).prepare("{\"value\":" + value + "}");

    assertThat(call.call(ToolContext.preApproved("the test")).output()).isEqualTo(arrived);
    PreparedCall again = TOOLS.get(tool).prepare(call.arguments());
    assertThat(again.arguments()).isEqualTo(call.arguments());
    assertThat(again.call(ToolContext.preApproved("the test")).output()).isEqualTo(arrived);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/kinds/refused.txt",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 10_000)
  void refuses(String tool, String value, String message) {
    assertThatThrownBy(() -> TOOLS.get(tool).prepare("{\"value\":" + value + "}"))
        .isInstanceOf(InvalidArgumentsException.class)
        .hasMessageContaining("1 problem in")
        .hasMessageContaining("- /value" + message + "\n");
  }

  @Test
  void whatIsMissingIsExpectedInTheWordsOfTheReader() {
    for (FunctionTool tool : TOOLS.values()) {
      String expected = expected(tool, "{}");
      if (expected.isEmpty() || tool.spec().name().startsWith("any")) {
        continue; // Optional, or taking everything.
      }
      String wrong =
          tool.spec().inputSchema().contains("\"value\":{\"type\":\"boolean\"") ? "1" : "true";

      assertThat(expected(tool, "{\"value\":" + wrong + "}"))
          .as(tool.spec().name())
          .isEqualTo(expected);
    }
  }

  /** What a refusal says is expected; empty if there is none. */
  private static String expected(FunctionTool tool, String arguments) {
    try {
      tool.prepare(arguments);
      return "";
    } catch (InvalidArgumentsException e) {
      String text = e.getMessage().lines().filter(line -> line.startsWith("- ")).findFirst().get();
      return text.replaceFirst(".*expected ", "").replaceFirst("; got true$", "");
    }
  }

  @Test
  void allFaultsOfCollectionsAreReportedAtOnce() {
    assertThatThrownBy(() ->
            TOOLS
                .get("days")
                .prepare("{\"value\":{\"a\":[\"x\",\"2024-01-01\",\"2024-01-01\",1],\"b\":{}}}"))
        .hasMessageContaining(
            """
            4 problems in the arguments of "days":
            - /value/a/0: expected a date such as 2024-12-31; got "x"
            - /value/a/2: came before in this array; send it once
            - /value/a/3: expected a date such as 2024-12-31; got 1
            - /value/b: expected an array; got {}
            """);
  }
}
