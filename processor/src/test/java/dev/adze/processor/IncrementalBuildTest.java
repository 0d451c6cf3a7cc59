package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Gradle relies on when it compiles only the sources that changed: a file that comes from one
 * source is the same whether that is compiled alone or with all others, and a file that may not be
 * comes from several, in which case Gradle compiles all.
 */
class IncrementalBuildTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  private record Build(Compiled compiled, Map<String, Set<String>> origins) {
    /** The files that come from some of these types and from no others, and their content. */
    Map<String, String> filesOf(Set<String> types) {
      Map<String, String> files = new TreeMap<>(compiled.generated());
      files.keySet().removeIf(file -> !types.containsAll(origins.getOrDefault(file, Set.of("?"))));
      return files;
    }
  }

  static Stream<String> cases() throws IOException {
    return GoldenTest.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anyPartialBuildGivesTheBytesOfACleanOneOrForcesACleanOne(String name) throws IOException {
    List<Path> sources = Compiled.filesBelow(GOLDEN.resolve(name).resolve("in"));
    Build full = build(Compiled.compile(), sources, folder.resolve("full"));
    for (Path source : sources) {
      Path output = folder.resolve("alone" + sources.indexOf(source));
      Set<String> types = typesIn(source, full);
      Path others = othersThan(types, full, folder.resolve("others" + sources.indexOf(source)));

      Build alone = build(Compiled.compile().classPath(others), List.of(source), output);

      assertThat(alone.filesOf(types))
          .as("what comes from %s alone", source.getFileName())
          .containsAllEntriesOf(full.filesOf(types));
      alone
          .compiled()
          .generated()
          .forEach((file, text) -> {
            if (!text.equals(full.compiled().generated().get(file)) && !isIndex(file)) {
              assertThat(full.origins().get(file))
                  .as("%s of %s alone is another, so that it must come from more", file, source)
                  .anyMatch(type -> !types.contains(type));
            }
          });
    }
  }

  private static boolean isIndex(String file) {
    return file.startsWith("META-INF/services/");
  }

  private static Build build(Compiled.Setup setup, List<Path> sources, Path output) {
    Map<String, Set<String>> origins = new TreeMap<>();
    sources.forEach(setup::source);
    Compiled compiled = setup.processors(processors(origins)).into(output);
    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    return new Build(compiled, origins);
  }

  private static Processor[] processors(Map<String, Set<String>> origins) {
    return new Processor[] {
      new Recorded(new ToolProcessor(), origins),
      new Recorded(new OutputProcessor(), origins),
      new ToolIndexProcessor()
    };
  }

  private Set<String> typesIn(Path source, Build full) {
    Recorded.Roots roots = new Recorded.Roots();
    Compiled.compile()
        .source(source)
        .classPath(full.compiled().output)
        .options("-proc:only")
        .processors(roots)
        .into(folder.resolve("types"));
    return roots.names;
  }

  /** The classes of a build but for those of some types and those that were generated for them. */
  private static Path othersThan(Set<String> types, Build full, Path folder) throws IOException {
    Path output = full.compiled().output;
    Set<String> generated = full.filesOf(types).keySet();
    for (Path file : Compiled.filesBelow(output)) {
      String name = output.relativize(file).toString().replace('\\', '/');
      String type = name.replaceAll("(\\$.*)?\\.class$", "");
      if (name.endsWith(".class")
          && !types.contains(type.replace('/', '.'))
          && !generated.contains(type + ".java")) {
        Path copy = folder.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return Files.createDirectories(folder);
  }

  @Test
  void anOwnerWhoseFactsAreInItsFileComesFromThatFileAlone() {
    Path sources = GOLDEN.resolve("simple").resolve("in");

    Build build = build(Compiled.compile(), Compiled.filesBelow(sources), folder);

    assertThat(build.origins())
        .isEqualTo(
            Map.of(
                "com/acme/ClockFunctionTools.java", Set.of("com.acme.Clock"),
                "META-INF/adze/com.acme.Clock.json", Set.of("com.acme.Clock")));
  }

  @Test
  void aContractComesFromWhatItsAdapterComesFrom() throws IOException {
    for (String name : cases().toList()) {
      Build build =
          build(
              Compiled.compile(),
              Compiled.filesBelow(GOLDEN.resolve(name).resolve("in")),
              folder.resolve(name));
      build
          .origins()
          .forEach((file, types) -> {
            if (file.startsWith("META-INF/adze/")) {
              String owner = file.substring("META-INF/adze/".length()).replace(".json", "");
              String adapter = owner.replace('.', '/').replace('$', '_') + "FunctionTools.java";
              assertThat(build.origins()).containsEntry(adapter, types);
            }
          });
    }
  }
}
