package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated depends on the sources alone. */
class RepeatableOutputTest {
  private static final String APART = "src/test/resources/golden/apart/in";
  private static final String DISTANT = "src/test/resources/golden/distant/in";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {APART, DISTANT})
  void isTheSameForAnyOrderOfInputs(Path in) {
    Map<String, String> expected = compile(Compiled.filesBelow(in), "first").generated();
    for (long seed = 0; seed < 5; seed++) {
      List<Path> shuffled = new ArrayList<>(Compiled.filesBelow(in));
      Collections.shuffle(shuffled, new Random(seed));

      Compiled again = compile(shuffled, "seed" + seed);

      assertThat(again.generated()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {APART, DISTANT})
  void isTheSameUnderATurkishLocale(Path in) {
    Map<String, String> expected = compile(Compiled.filesBelow(in), "first").generated();
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
    try {
      assertThat(compile(Compiled.filesBelow(in), "tr").generated()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {APART, DISTANT})
  void isTheSameForAnOwnerThatIsCompiledAloneAgainstTheClassesOfAFullBuild(Path in)
      throws IOException {
    Compiled full = compile(Compiled.filesBelow(in), "full");
    for (Path source : Compiled.filesBelow(in)) {
      if (!Compiled.read(source).contains("@Tool")) {
        continue;
      }
      Path classes = Files.createDirectory(folder.resolve("without" + source.getFileName()));
      copyClassesWithout(source, full.output, classes);

      Compiled alone =
          Compiled.compile()
              .source(source)
              .classPath(classes)
              .into(folder.resolve("alone" + source.getFileName()));

      assertThat(alone.success).as("%s", alone.texts()).isTrue();
      alone
          .generated()
          .forEach((name, text) -> {
            if (name.endsWith(".java")) {
              assertThat(text).as(name).isEqualTo(full.generated().get(name));
            }
          });
    }
  }

  private static void copyClassesWithout(Path source, Path from, Path to) throws IOException {
    String owner = source.getFileName().toString().replace(".java", "");
    for (Path file : Compiled.filesBelow(from)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".class") && !name.startsWith(owner)) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Compiled compile(List<Path> sources, String name) {
    Compiled.Setup setup = Compiled.compile();
    sources.forEach(setup::source);
    Compiled compiled = setup.into(folder.resolve(name));
    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    return compiled;
  }
}
