package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that is generated, byte for byte. {@code -Dgolden.update=true} rewrites the files,
 * which are then to be read as the product code that they are.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesExactlyTheGoldenFilesAndCompilesThemWithoutWarnings(
      String name, @TempDir Path output) throws IOException {
    Compiled compiled =
        Compiled.compile()
            .sources(GOLDEN.resolve(name).resolve("in"))
            .options("-Xlint:all,-processing", "-Werror")
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.success).isTrue();
    Path golden = GOLDEN.resolve(name).resolve("out");
    if (Boolean.getBoolean("golden.update")) {
      update(golden, compiled.generated());
    }
    assertThat(compiled.generated()).containsExactlyEntriesOf(files(golden));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compilesWithoutWarningsInAModuleThatExportsThePackage(
      String name, @TempDir Path output, @TempDir Path modules) {
    Path in = GOLDEN.resolve(name).resolve("in");
    List<String> packages = TestSources.packages(in);
    if (packages.contains("")) {
      return; // A module has no unnamed package.
    }

    Compiled compiled =
        Compiled.compile()
            .sources(in)
            .source("module-info.java", TestSources.module("acme", packages))
            .modulePath(RuntimeModules.in(modules))
            .options("-Xlint:all")
            .into(output);

    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    assertThat(compiled.textsAbout("FunctionTools.java")).isEmpty();
    assertThat(compiled.textsAbout("Output.java")).isEmpty();
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    for (Path file : Compiled.filesBelow(folder)) {
      files.put(folder.relativize(file).toString().replace('\\', '/'), Compiled.read(file));
    }
    return files;
  }

  private static void update(Path folder, Map<String, String> generated) throws IOException {
    for (Path file : Compiled.filesBelow(folder)) {
      Files.delete(file);
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
