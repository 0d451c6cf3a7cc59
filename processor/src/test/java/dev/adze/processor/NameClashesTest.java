package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are fine for their user and like others that generated code uses. */
class NameClashesTest {
  /** What generated code names from packages that need no import. */
  private static final List<String> OF_JAVA =
      List.of(
          "AssertionError",
          "Exception",
          "Integer",
          "Long",
          "Math",
          "NullPointerException",
          "Override",
          "RuntimeException",
          "String",
          "SuppressWarnings");

  @TempDir Path output;

  @Test
  void typesOfTheUserMayBeNamedLikeThoseOfJava() {
    Compiled.Setup setup =
        Compiled.compile()
            .source(
                "Owner.java",
                """
                package com.acme;

                class Owner {
                  @dev.adze.annotation.Tool("x")
                  @dev.adze.annotation.RequiresApproval(preview = "says")
                  Kind take(@dev.adze.annotation.Param("y") Kind kind) { return kind; }
                  java.lang.String says(Kind kind) { return ""; }
                  enum Side { LEFT }
                  sealed interface Kind permits One {}
                  record One(%s, Side side, java.util.List<Side[]> sides) implements Kind {}
                }
                """
                    .formatted(
                        String.join(", ", OF_JAVA.stream().map(n -> n + " the" + n).toList())));
    for (String name : OF_JAVA) {
      setup.source(name + ".java", "package com.acme; record %s(int size) {}".formatted(name));
    }

    assertThat(setup.options("-Xlint:all,-processing").into(output).texts()).isEmpty();
  }

  @Test
  void evenIfNoToolHasToDoWithThem() {
    Compiled.Setup setup =
        Compiled.compile()
            .source(
                "Owner.java",
                """
                package com.acme;

                class Owner {
                  @dev.adze.annotation.Tool("x")
                  @dev.adze.annotation.RequiresApproval(preview = "says")
                  Page take(@dev.adze.annotation.Param("y") Page page) { return page; }
                  java.lang.String says(Page page) { return ""; }
                  record Page(java.util.OptionalInt number, java.util.List<java.lang.Long> sizes) {}
                }
                """);
    for (String name : OF_JAVA) {
      setup.source(name + ".java", "package com.acme; record %s(int size) {}".formatted(name));
    }

    assertThat(setup.options("-Xlint:all,-processing").into(output).texts()).isEmpty();
  }

  /** As on the file systems of macOS and Windows. */
  @Test
  void noTwoClassFilesDifferInTheCaseOfTheirNamesAlone() {
    Compiled compiled =
        Compiled.compile()
            .source("a/Url.java", "package a; public record Url(int x) {}")
            .source("b/URL.java", "package b; public record URL(int y) {}")
            .source(
                "Owner.java",
                """
                class Owner {
                  @dev.adze.annotation.Tool("x") a.Url getUrl() { return null; }
                  @dev.adze.annotation.Tool("y") b.URL getURL() { return null; }
                }
                """)
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(Compiled.filesBelow(output))
        .filteredOn(file -> file.toString().contains("FunctionTools"))
        .hasSizeGreaterThan(5)
        .extracting(file -> file.toString().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }
}
