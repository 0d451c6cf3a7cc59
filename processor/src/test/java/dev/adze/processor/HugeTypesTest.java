package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types whose schemas would be too large if each were written out wherever it is used. */
class HugeTypesTest {
  private static final int TYPES = 40;

  @TempDir Path folder;

  @Test
  void typesThatAreUsedTwiceEachAreSharedBeforeTheyExplode() {
    String records =
        IntStream.range(0, TYPES)
            .mapToObj(i -> "record R%d(R%d a, R%d b) {}".formatted(i, i + 1, i + 1))
            .collect(Collectors.joining("\n"));

    Compiled compiled = compile(records + "record R" + TYPES + "(int a) {}", "R0");

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().get("OwnerFunctionTools.java"))
        .contains("\"$ref\":\"#/$defs/R7\"")
        .hasSizeLessThan(200_000);
  }

  @Test
  void typesThatAreDeeperThanAnyReaderGoesAreRefused() {
    String records =
        IntStream.range(0, 2_000)
            .mapToObj(i -> "record R%d(R%d a) {}".formatted(i, i + 1))
            .collect(Collectors.joining("\n"));

    Compiled compiled = compile(records + "record R2000(int a) {}", "R0");

    assertThat(compiled.texts())
        .containsExactly(
            "Component \"a\" of Owner.R149 has type Owner.R150, which is more than 150 types inside of"
                + " others. Make the types around it flatter. [adze:T060]");
  }

  @Test
  void typesThatHoldEachOtherInALargeRingAreWrittenOnce() {
    String records =
        IntStream.range(0, TYPES)
            .mapToObj(i -> "record R%d(java.util.List<R%d> a) {}".formatted(i, (i + 1) % TYPES))
            .collect(Collectors.joining("\n"));

    Compiled compiled = compile(records, "R0");

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().get("OwnerFunctionTools.java"))
        .containsOnlyOnce("\"$defs\"")
        .contains("\"$ref\":\"#/$defs/R0\"");
  }

  private Compiled compile(String members, String type) {
    return Compiled.compile()
        .source(
            "Owner.java",
            "class Owner {\n"
                + members
                + "\n@dev.adze.annotation.Tool(\"x\") void m(@dev.adze.annotation.Param(\"y\") "
                + type
                + " a) {}\n}\n")
        .into(folder);
  }
}
