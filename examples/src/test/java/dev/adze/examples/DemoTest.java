package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DemoTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/adze/examples");

  @TempDir private Path folder;

  @Test
  void withoutANameItListsTheExamplesAndRunsTheFirst() throws Exception {
    Program.Ended ended = Program.run(Demo.class, folder, Map.of(), "-Dexample=");
    assertThat(ended.code()).isZero();
    assertThat(ended.printed())
        .startsWith("The examples, each run with ./mvnw -q -Pdemo -Dexample=<name>:\n")
        .contains("\n  SuspendAndResume   stops here, goes on elsewhere\n")
        .endsWith("15 * 7 + 23 is 128.\nFINAL_OUTPUT: 2 steps, 0 tokens\n");
  }

  @Test
  void aNameThatThereIsNotListsThoseThatThereAre() throws Exception {
    Program.Ended ended = Program.run(Demo.class, folder, Map.of(), "-Dexample=Nonsense");
    assertThat(ended.code()).isOne();
    assertThat(ended.printed())
        .startsWith("There is no example \"Nonsense\".\n")
        .contains("\n  Permissions ");
  }

  @Test
  void everyExampleRunsWithNoKeyAndNoTerminal() throws Exception {
    for (Demo.Example example : Demo.EXAMPLES) {
      Program.Ended ended =
          Program.run(Demo.class, folder, Map.of(), "-Dexample=" + example.name());
      assertThat(ended.code()).as(ended.printed()).isZero();
      assertThat(ended.printed()).as(example.name()).isNotBlank().doesNotContain("Exception");
    }
  }

  @Test
  void everyProgramIsAnExampleAndShort() throws IOException {
    List<String> programs = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        String source = Files.readString(file);
        if (source.contains("public static void main(") && !file.endsWith("Demo.java")) {
          programs.add(file.getFileName().toString().replace(".java", ""));
          assertThat(source.lines().count()).as("lines of " + file).isLessThan(120);
        }
      }
    }
    assertThat(Demo.EXAMPLES)
        .extracting(Demo.Example::name)
        .containsExactlyInAnyOrderElementsOf(programs);
  }
}
