package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners of every kind in programs of their own, as they find their tools through an agent. */
class ForkedOwnersTest {
  private static final Path SOURCES = Path.of("src/test/resources/forked/acme");
  private static final List<String> LIBRARIES =
      List.of(
          "dev.adze.tool.FunctionTool",
          "dev.adze.annotation.Tool",
          "org.jspecify.annotations.NullMarked",
          "okhttp3.OkHttpClient",
          "okio.Buffer",
          "kotlin.Unit",
          "tools.jackson.core.JsonParser",
          "tools.jackson.databind.json.JsonMapper",
          "com.fasterxml.jackson.annotation.JsonProperty",
          "net.bytebuddy.ByteBuddy");
  private static final String[] EXPECTED = {
    "desk: place -> by the window",
    "static: add -> 42",
    "enum: by -> -1",
    "proxy: dish -> dish by proxy",
    "proxy: order (guarded) -> order by proxy",
    "subclass: place -> made at run time",
    "class: A class stands for an owner whose tools are all static, but acme.Desk has tools that"
        + " need an object. Pass an object of it to toolsOf."
  };

  @TempDir Path output;

  @Test
  void onTheClassPath() throws Exception {
    Compiled compiled =
        Compiled.compile()
            .sources(SOURCES)
            .classPath(Path.of(Compiled.location("net.bytebuddy.ByteBuddy")))
            .into(output);
    assertThat(compiled.texts()).isEmpty();

    List<String> printed = run("-cp", output + File.pathSeparator + libraries(), "acme.Main");

    assertThat(printed).startsWith("module null").endsWith(EXPECTED);
  }

  @Test
  void onTheModulePath() throws Exception {
    Compiled compiled =
        Compiled.compile()
            .sources(SOURCES)
            .source(
                "module-info.java",
                """
                module acme {
                  requires dev.adze.runtime;
                  requires net.bytebuddy;
                  provides dev.adze.tool.ToolBinder with
                      acme.DeskFunctionTools, acme.MenuFunctionTools, acme.SumsFunctionTools,
                      acme.Sums_StepFunctionTools;
                }
                """)
            .modulePath(libraries())
            .into(output);
    assertThat(compiled.texts()).isEmpty();

    List<String> printed =
        run("-p", output + File.pathSeparator + libraries(), "-m", "acme/acme.Main");

    assertThat(printed).startsWith("module acme").endsWith(EXPECTED);
  }

  @Test
  void aModuleThatDoesNotProvideItsAdaptersIsToldSo() throws Exception {
    Compiled compiled =
        Compiled.compile()
            .sources(SOURCES)
            .source(
                "module-info.java",
                "module acme { requires dev.adze.runtime; requires net.bytebuddy; }")
            .modulePath(libraries())
            .into(output);
    assertThat(compiled.texts()).singleElement().asString().contains("provides dev.adze.tool");

    List<String> printed =
        run("-p", output + File.pathSeparator + libraries(), "-m", "acme/acme.Main");

    assertThat(printed)
        .anyMatch(line ->
            line.contains("no acme.DeskFunctionTools was found")
                && line.contains(
                    "lacks \"provides dev.adze.tool.ToolBinder with acme.DeskFunctionTools\""));
  }

  /** Everything that a program with an agent needs. */
  static String libraries() {
    return LIBRARIES.stream()
        .map(Compiled::location)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // A locale and a charset in which careless code goes wrong.
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Dfile.encoding=ISO-8859-1")
                .toList());
    command.addAll(List.of(arguments));
    File printed = output.resolve("printed.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The program did not end: " + Compiled.read(printed.toPath()));
    }
    return Compiled.read(printed.toPath()).lines().toList();
  }
}
