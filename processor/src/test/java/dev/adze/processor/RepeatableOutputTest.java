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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated depends on the sources alone. */
class RepeatableOutputTest {
  private static final Path RECORDS = Path.of("src/test/resources/golden/apart/in");

  @TempDir Path folder;

  @Test
  void isTheSameForAnyOrderOfInputs() {
    Map<String, String> expected = compile(Compiled.filesBelow(RECORDS), "first").generated();
    for (long seed = 0; seed < 5; seed++) {
      List<Path> shuffled = new ArrayList<>(Compiled.filesBelow(RECORDS));
      Collections.shuffle(shuffled, new Random(seed));

      Compiled again = compile(shuffled, "seed" + seed);

      assertThat(again.generated()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void isTheSameUnderATurkishLocale() {
    Map<String, String> expected = compile(Compiled.filesBelow(RECORDS), "first").generated();
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale.Builder().setLanguage("tr").setRegion("TR").build());
    try {
      assertThat(compile(Compiled.filesBelow(RECORDS), "tr").generated()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isTheSameForAnOwnerThatIsCompiledAloneAgainstTheClassesOfAFullBuild() throws IOException {
    Compiled full = compile(Compiled.filesBelow(RECORDS), "full");
    for (Path source : Compiled.filesBelow(RECORDS)) {
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
