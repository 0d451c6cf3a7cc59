package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated depends on the sources alone. */
class RepeatableOutputTest {
  private static final String APART = "src/test/resources/golden/apart/in";
  private static final String DISTANT = "src/test/resources/golden/distant/in";

  private static final String INHERITED = "src/test/resources/golden/inherited/in";
  private static final String APPROVAL = "src/test/resources/golden/approval/in";

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

  @Test
  void isTheSameFromAnotherProcessWithAnotherLocaleAndCharset() throws Exception {
    Path sources = Path.of("src/test/resources/golden/docs/in");
    Map<String, String> expected = compile(Compiled.filesBelow(sources), "first").generated();
    Path output = Files.createDirectory(folder.resolve("forked"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-Duser.language=tr",
                "-J-Duser.country=TR",
                "-J-Dfile.encoding=ISO-8859-1",
                "-encoding",
                "UTF-8",
                "-d",
                output.toString(),
                "-cp",
                Compiled.libraries(),
                "-processorpath",
                Compiled.location("dev.adze.processor.ToolProcessor")
                    + File.pathSeparator
                    + Compiled.location("com.palantir.javapoet.TypeName")));
    Compiled.filesBelow(sources).forEach(source -> command.add(source.toString()));

    File printed = folder.resolve("printed.txt").toFile();
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed).start();
    assertThat(javac.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(Files.readAllBytes(printed.toPath())).isEmpty();
    Map<String, String> generated = new TreeMap<>();
    for (Path file : Compiled.filesBelow(output)) {
      if (!file.toString().endsWith(".class")) {
        String name = output.relativize(file).toString().replace(File.separatorChar, '/');
        generated.put(name, Compiled.read(file));
      }
    }
    assertThat(generated).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {APART, DISTANT, INHERITED, APPROVAL})
  void isTheSameForAnOwnerThatIsCompiledAloneAgainstTheClassesOfAFullBuild(Path in)
      throws IOException {
    List<Path> sources = Compiled.filesBelow(in);
    Compiled full = compile(sources, "full");
    for (Path source : sources) {
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
          .forEach((file, text) -> {
            if (!file.startsWith("META-INF/services/")) {
              assertThat(text).as(file).isEqualTo(full.generated().get(file));
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
