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

/**
 * The README shows no Java that is not compiled: each block stands in a source file as it is, or
 * with the four columns less that lead a method's statements.
 */
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
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String source = Files.readString(file);
        texts.add(source);
        texts.add(source.replaceAll("(?m)^ {4}", ""));
      }
    }
    return texts;
  }
}
