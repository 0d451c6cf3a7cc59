package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The guide shows no Java that is not compiled: the comment before each block names a source file
 * and a region of it, which the block is to the letter, indentation aside. {@code
 * -Dguide.update=true} writes the regions into the guide.
 */
class GuideTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- (\\S+\\.java)#(\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("(?s) *// region (\\S+)\n(.*?)(?:\n *)?\n *// endregion\n");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void everyJavaBlockIsARegionOfASourceFile() throws IOException {
    Map<String, String> regions = regions();
    List<String> used = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      String right =
          BLOCK
              .matcher(text)
              .replaceAll(block -> {
                String name = block.group(1) + "#" + block.group(2);
                assertThat(regions)
                    .as("the source of this block in %s:%n%s", page, block.group(3))
                    .containsKey(name);
                used.add(name);
                return Matcher.quoteReplacement(
                    "<!-- " + name + " -->\n```java\n" + regions.get(name) + "\n```");
              });
      if (Boolean.getBoolean("guide.update")) {
        Files.writeString(page, right);
      } else {
        assertThat(text).as("%s; -Dguide.update=true writes it", page).isEqualTo(right);
      }
    }
    assertThat(regions.keySet()).as("regions that no page shows").isSubsetOf(used);
  }

  @Test
  void everyLinkWithinTheRepositoryLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        assertThat(page.resolveSibling(link.group(1))).as("a link in %s", page).exists();
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static Map<String, String> regions() throws IOException {
    Map<String, String> regions = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (MatchResult region : REGION.matcher(Files.readString(file)).results().toList()) {
          String name = file.getFileName() + "#" + region.group(1);
          assertThat(regions.put(name, flush(region.group(2))))
              .as(name + " is there once")
              .isNull();
        }
      }
    }
    return regions;
  }

  /** The lines with as many columns less as all of them begin with. */
  private static String flush(String lines) {
    return lines.stripIndent().stripTrailing();
  }
}
