package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of the compiler, and other processors beside ours. */
class WaysToCompileTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path LOMBOK = Path.of("src/test/resources/lombok");

  @TempDir Path folder;

  static Stream<Arguments> options() throws IOException {
    List<Arguments> options = new ArrayList<>();
    for (String name : GoldenTest.cases().toList()) {
      for (String option : List.of("-parameters", "-proc:only", "-g:none", "-g")) {
        options.add(Arguments.of(name, option));
      }
    }
    return options.stream();
  }

  @ParameterizedTest
  @MethodSource("options")
  void noOptionChangesWhatIsGenerated(String name, String option) {
    Compiled compiled =
        Compiled.compile().sources(GOLDEN.resolve(name).resolve("in")).options(option).into(folder);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated()).isEqualTo(golden(name));
  }

  private static Map<String, String> golden(String name) throws AssertionError {
    Path golden = GOLDEN.resolve(name).resolve("out");
    return Compiled.filesBelow(golden).stream()
        .collect(
            Collectors.toMap(
                file -> golden.relativize(file).toString().replace('\\', '/'), Compiled::read));
  }

  /** Lombok changes classes while they are compiled, so that it has to come first. */
  @Test
  void lombokAndRecordsSideBySide() throws Exception {
    List<String> printed =
        withLombok(Compiled.location("lombok.Data") + File.pathSeparator + processorPath());

    assertThat(printed).isEmpty();
    assertThat(Compiled.read(folder.resolve("META-INF/adze/acme.Hotel.json")))
        .isEqualTo(Compiled.read(LOMBOK.resolve("acme.Hotel.json")));
  }

  @Test
  void lombokThatComesTooLateIsSaidSo() throws Exception {
    List<String> printed =
        withLombok(processorPath() + File.pathSeparator + Compiled.location("lombok.Data"));

    assertThat(printed)
        .filteredOn(line -> line.contains(" error: "))
        .hasSize(3)
        .allMatch(line -> line.contains("Put lombok before adze-processor on the processor path."));
  }

  /** Written by hand for the most part, so that the class has properties before Lombok has run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@lombok.Data class Half { private int a; private int isB;"
            + " public int getA() { return a; } public void setA(int a) {}"
            + " public int getIsB() { return a; } }",
        "@lombok.Getter class Half { private int a; private int b; public Half(int a, int b) {}"
            + " public int getA() { return a; } }",
        "@lombok.Setter class Half { private int a; private int b; public int getA() { return a; }"
            + " public int getB() { return a; } public void setA(int a) {} }",
      })
  void aClassThatLombokHasOnlyHalfFilledInIsRefused(String type) {
    String owner =
        "class Owner { @dev.adze.annotation.Tool(\"x\") void take("
            + "@dev.adze.annotation.Param(\"y\") Half half) {} }";
    Compiled.Setup late = Compiled.compile().classPath(Path.of(Compiled.location("lombok.Data")));

    Compiled compiled =
        late.source("Owner.java", owner).source("Half.java", type).into(folder.resolve("late"));

    assertThat(compiled.texts())
        .containsExactly(
            "Parameter \"half\" has type Half, which lacks methods that Lombok is asked for. Put"
                + " lombok before adze-processor on the processor path. [adze:T060]");
  }

  private List<String> withLombok(String processorPath) throws Exception {
    String classPath = Compiled.location("lombok.Data") + File.pathSeparator + Compiled.libraries();
    Stream<String> arguments =
        Stream.of(
            "-processorpath",
            processorPath,
            "-cp",
            classPath,
            "-d",
            folder.toString(),
            LOMBOK.resolve("Hotel.java").toString());
    // From JDK 24 on the JVM warns of what Lombok does inside the compiler.
    return run("javac", arguments).stream().filter(line -> !line.startsWith("WARNING: ")).toList();
  }

  @Test
  void whatGeneratedCodeNeedsAndDoesNotFindIsSaidOnce() {
    String owner = "@dev.adze.annotation.Tool(\"x\") void take() {} }";
    String output = "@dev.adze.annotation.StructuredOutput class Out { public int x; }";

    Compiled java8 =
        Compiled.compile()
            .source("A.java", "class A { " + owner)
            .source("B.java", "class B { " + owner)
            .options("--release", "8", "-Xlint:-options")
            .into(folder.resolve("java8"));
    Compiled module =
        Compiled.compile()
            .source("module-info.java", "module acme { requires dev.adze.annotations; }")
            .source("acme/A.java", "package acme; class A { " + owner)
            .source("acme/Out.java", "package acme; " + output)
            .modulePath(RuntimeModules.in(folder.resolve("modules")))
            .into(folder.resolve("module"));

    assertThat(java8.texts())
        .containsExactly(
            "What Adze writes needs Java 17, but the source is Java 8. Compile with --release 17"
                + " or a later one. [adze:T098]");
    assertThat(module.texts())
        .containsOnly(
            "What Adze writes needs adze-runtime, which module acme does not read. Write requires"
                + " dev.adze.runtime; in its module-info.java. [adze:T098]");
    assertThat(module.textsAbout("A.java")).hasSize(1);
  }

  @Test
  void severalModulesAtOnceHaveTheirFilesEach() throws Exception {
    write(
        "a/module-info.java",
        "module a { requires dev.adze.runtime; exports pa;"
            + " provides dev.adze.tool.ToolBinder with pa.OneFunctionTools; }");
    write(
        "a/pa/One.java",
        """
        package pa;
        public class One { @dev.adze.annotation.Tool("x") public void one() {} }
        """);
    write(
        "b/module-info.java",
        "module b { requires dev.adze.runtime; requires a;"
            + " provides dev.adze.tool.ToolBinder with pb.TwoFunctionTools; }");
    write(
        "b/pb/Two.java",
        """
        package pb;
        public class Two extends pa.One { @dev.adze.annotation.Tool("y") public void two() {} }
        """);
    write(
        "c/module-info.java",
        "module c { requires dev.adze.runtime;"
            + " provides dev.adze.tool.ToolBinder with pa.OneFunctionTools; }");
    write(
        "c/pa/One.java",
        """
        package pa;
        public class One { @dev.adze.annotation.Tool("z") public void another() {} }
        """);
    Path output = folder.resolve("out");

    List<String> printed =
        run(
            "javac",
            Stream.of(
                "-p",
                RuntimeModules.in(folder.resolve("runtime")),
                "-processorpath",
                processorPath(),
                "--module-source-path",
                folder.resolve("src").toString(),
                "-d",
                output.toString(),
                "-m",
                "a,b,c"));

    assertThat(printed)
        .as("but for what javac says of each package that two modules have")
        .allMatch(line -> line.startsWith("Note: Multiple elements named 'pa' in modules "));
    Map<String, String> tools = Map.of("a/pa.One", "one", "b/pb.Two", "two", "c/pa.One", "another");
    tools.forEach((binder, tool) -> {
      Path module = output.resolve(binder.substring(0, 1));
      String owner = binder.substring(2);
      assertThat(module.resolve("META-INF/adze/" + owner + ".json"))
          .content()
          .contains("\"name\": \"" + tool + "\"");
      assertThat(module.resolve("META-INF/services/dev.adze.tool.ToolBinder"))
          .hasContent(owner + "FunctionTools");
      assertThat(module.resolve(owner.replace('.', '/') + "FunctionTools.class")).exists();
    });
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("src").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aProgramThatWasCompiledWithoutTheProcessorIsToldSo() throws Exception {
    Path source = Files.writeString(folder.resolve("Main.java"), MAIN);
    Path classes = folder.resolve("classes");
    List<String> compiled =
        run(
            "javac",
            Stream.of(
                "-proc:none",
                "-cp",
                Compiled.libraries(),
                "-d",
                classes.toString(),
                source.toString()));
    assertThat(compiled).isEmpty();

    List<String> printed =
        run(
            "java",
            Stream.of(
                "-cp", classes + File.pathSeparator + ForkedOwnersTest.libraries(), "acme.Main"));

    assertThat(printed)
        .singleElement()
        .asString()
        .contains("no acme.MainFunctionTools was found")
        .contains("JDK 23");
  }

  private static final String MAIN =
      """
      package acme;
      import dev.adze.annotation.Tool;
      import dev.adze.agent.Agent;
      public class Main {
        @Tool("x") public void tool() {}
        public static void main(String[] arguments) {
          try {
            Agent.builder().name("a").toolsOf(new Main());
          } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage().replace('\\n', ' '));
          }
        }
      }
      """;

  private static String processorPath() {
    return Stream.of(
            "dev.adze.processor.ToolProcessor",
            "com.palantir.javapoet.TypeSpec",
            "org.jspecify.annotations.NullMarked")
        .map(Compiled::location)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> run(String command, Stream<String> arguments) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", command).toString()));
    words.addAll(arguments.toList());
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Compiled.read(printed).lines().toList();
  }
}
