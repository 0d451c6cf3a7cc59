package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that do not compile: javac says why, and the processor adds nothing to it. */
class RobustnessTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Tool(\"x\") void m(Missing missing) {}",
        "@Tool(\"x\") Missing m() { return null; }",
        "@Tool(\"x\") void m(java.util.List<Missing> missing) {}",
        "@Tool(\"x\") void m(Missing[] missing) {}",
        "@Tool(\"x\") void m(java.util.Map<String, ? extends Missing> missing) {}",
        "@Tool(name = Missing.NAME) void m() {}",
        "@Tool(\"x\") void m(@dev.adze.annotation.Param(defaultValue = Missing.ONE) int a) {}",
        "@Tool(\"x\") void m(@dev.adze.annotation.Name(Missing.ONE) int a) {}",
        "@Tool(\"x\") void m(R r) {} record R(@dev.adze.annotation.Name(Missing.ONE) int a) {}",
        "@Tool(\"x\") void m(E e) {} enum E { @dev.adze.annotation.Name(Missing.ONE) A }",
        "@Tool(\"x\") @dev.adze.annotation.RequiresApproval(preview = Missing.P) void m() {}",
        "@Tool(\"x\") void m(R r) {} record R(Missing m) {}",
        "@Tool(\"x\") @Missing void m(@Missing int a) {}",
        "@Tool(\"x\") void m() { undefined(); }",
        "@Tool(\"x\") void m() {} @Tool(\"y\") void m() {}",
        "@Tool(1) void m() {}",
        "@Tool(unknown = 1) void m() {}",
        "@Tool(\"x\") int field;",
        "@Tool(\"x\") Owner() {}",
        "void m(@Tool(\"x\") int a) {}",
        "@Tool(\"x\") static class C extends Missing {}",
        "static class C extends Missing { @Tool(\"x\") void m() {} }",
        "static class C implements Missing { @Tool(\"x\") void m() {} }",
        "static class C extends C { @Tool(\"x\") void m() {} }",
        "@Tool(\"x\") void m(int a, int a) {}",
        "@Tool(\"x\") void m(void a) {}",
      })
  void addsNothingToTheErrorsOfJavac(String member) {
    String source =
        "import dev.adze.annotation.Tool;\n@SuppressWarnings(\"adze:T011\")\nclass Owner {\n  "
            + member
            + "\n}\n";

    Compiled with = Compiled.compile().source("Owner.java", source).into(folder.resolve("with"));
    Compiled without =
        Compiled.compile()
            .source("Owner.java", source)
            .processors()
            .options("-proc:none")
            .into(folder.resolve("without"));

    assertThat(without.success).isFalse();
    assertThat(with.texts()).filteredOn(text -> !without.texts().contains(text)).isEmpty();
  }

  /**
   * Golden sources with a piece cut out or doubled: whatever is left of them, nothing may break.
   */
  @Test
  void survivesSourcesThatWereCutAtRandom() {
    long seed = Long.getLong("tests.seed", 11);
    Random random = new Random(seed);
    List<Path> sources =
        Compiled.filesBelow(GOLDEN).stream().filter(f -> f.toString().contains("/in/")).toList();
    for (int i = 0; i < 150; i++) {
      Path file = sources.get(random.nextInt(sources.size()));
      String garbled = garble(Compiled.read(file), random);

      Compiled compiled =
          Compiled.compile()
              .source(file.getFileName().toString(), garbled)
              .into(folder.resolve("random" + i));

      assertThat(compiled.texts())
          .as("seed %d, turn %d:%n%s", seed, i, garbled)
          .noneMatch(text -> text.contains("bug in Adze") || text.contains("Exception:"));
    }
  }

  private static String garble(String source, Random random) {
    int from = random.nextInt(source.length());
    int to = Math.min(source.length(), from + random.nextInt(40));
    String piece = source.substring(from, to);
    return random.nextBoolean()
        ? source.substring(0, from) + source.substring(to)
        : source.substring(0, to) + piece + source.substring(to);
  }

  @Test
  void faultsOfOneOwnerDoNotKeepAnotherFromBeingWritten() {
    Compiled compiled =
        Compiled.compile()
            .source("Bad.java", owner("Bad", "private"))
            .source("Good.java", owner("Good", "public"))
            .source("Worse.java", owner("Worse", "private"))
            .into(folder);

    assertThat(compiled.texts()).hasSize(2).allMatch(text -> text.contains("[adze:T069]"));
    assertThat(compiled.generated())
        .containsOnlyKeys("GoodFunctionTools.java", "META-INF/adze/Good.json");
  }

  @Test
  void reportsATypeThatIsMissingFromTheClassPathAndThatJavacDoesNotMiss() throws IOException {
    Compiled library =
        Compiled.compile()
            .source("Part.java", "public record Part(int a) {}")
            .source("Whole.java", "public record Whole(Part part) {}")
            .into(folder.resolve("library"));
    Files.delete(library.output.resolve("Part.class"));

    Compiled compiled =
        Compiled.compile()
            .source(
                "Owner.java",
                "class Owner { @dev.adze.annotation.Tool(\"x\") void m("
                    + "@dev.adze.annotation.Param(\"y\") Whole whole) {} }")
            .classPath(library.output)
            .into(folder.resolve("out"));

    assertThat(compiled.texts())
        .containsExactly(
            "Owner cannot be processed: the type Part cannot be found, although no source mentions"
                + " it. Add what is missing to the class path. [adze:T084]");
  }

  private static String owner(String name, String visibility) {
    return "class " + name + " { @dev.adze.annotation.Tool(\"x\") " + visibility + " void m() {} }";
  }
}
