package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README shows no Java that is not compiled: each block stands in a source file as it is. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyJavaBlockIsPartOfASourceFile() throws IOException {
    List<String> sources = sources();
    List<String> blocks =
        JAVA.matcher(Files.readString(Path.of("..", "README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      assertThat(sources).as("a source with:%n%s", block).anyMatch(text -> text.contains(block));
    }
  }

  private static List<String> sources() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file).replaceAll("(?m)^  ", "").replaceAll("(?m)^\\s+$", ""));
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
