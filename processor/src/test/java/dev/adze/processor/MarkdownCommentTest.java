package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** {@code ///} is a documentation comment from JDK 23 on; before, javac hands none over. */
class MarkdownCommentTest {
  private static final String SOURCE =
      """
      class Owner {
        /// Finds `List<String>` and **more**, see [Owner#find(int)].
        ///
        /// - one
        /// - two
        ///
        /// ```
        /// @Min(1) int size
        /// ```
        ///
        ///     @Max(2) int size
        ///
        /// @param size how *large*
        @dev.adze.annotation.Tool
        void find(int size) {}
      }
      """;

  @TempDir Path output;

  @Test
  @EnabledForJreRange(minVersion = 23)
  void isReadAsMarkdown() {
    Compiled compiled = Compiled.compile().source("Owner.java", SOURCE).into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().get("OwnerFunctionTools.java"))
        .contains("Finds List<String> and more, see Owner.find(int).\n")
        .contains("- one\n")
        .contains("@Min(1) int size\n")
        .contains("@Max(2) int size")
        .contains("\"description\":\"how large\",");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_22)
  void isMissedAloudBefore() {
    Compiled compiled = Compiled.compile().source("Owner.java", SOURCE).into(output);

    assertThat(compiled.texts()).hasSize(2).allMatch(text -> text.contains("[adze:T011]"));
  }
}
