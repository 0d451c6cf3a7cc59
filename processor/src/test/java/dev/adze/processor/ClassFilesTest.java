package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Types that are compiled before their owners, of which class files do not keep everything. */
class ClassFilesTest {
  private static final String NAMES_BEAN =
      """
      public class Bean {
        private final String text;
        public Bean(String text) { this.text = text; }
        public String getText() { return text; }
      }
      """;
  private static final String MARKED =
      """
      @org.jspecify.annotations.NullMarked
      public record Bean(@org.jspecify.annotations.Nullable String text, int number) {}
      """;

  @TempDir Path folder;

  @Test
  void aConstructorWithoutParameterNamesIsAnError() {
    Compiled alone = alone(NAMES_BEAN, "-g:none");

    assertThat(alone.texts())
        .containsExactly(
            "Parameter 1 of the constructor of Bean has no name in its class file. Compile the"
                + " class with -parameters, or name the parameter with @Name. [adze:T063]");
  }

  @Test
  void aConstructorWithParameterNamesIsAsGoodAsInSource() {
    Compiled alone = alone(NAMES_BEAN, "-parameters");

    assertThat(alone.texts()).isEmpty();
    assertThat(alone.generated()).isEqualTo(together(NAMES_BEAN).generated());
  }

  @Test
  void aNameOnTheParameterIsEnough() {
    String named = NAMES_BEAN.replace("(String", "(@dev.adze.annotation.Name(\"text\") String");

    assertThat(alone(named, "-g:none").texts()).isEmpty();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_21)
  void nullMarkedTypesAreWarnedOfWhereTheirMarksAreHidden() {
    Compiled alone = alone(MARKED);

    assertThat(alone.success).isTrue();
    assertThat(alone.texts())
        .containsExactly(
            "Parameter \"bean\" uses Bean from a class file, in which compilers before JDK 22 do"
                + " not show @Nullable, so that what may be null seems required. Compile both at"
                + " once, or use JDK 22 or later. [adze:T067]");
    assertThat(together(MARKED).texts()).isEmpty();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_22)
  void nullMarkedTypesAreAsGoodAsInSourceWhereTheirMarksAreShown() {
    Compiled alone = alone(MARKED);

    assertThat(alone.texts()).isEmpty();
    assertThat(alone.generated()).isEqualTo(together(MARKED).generated());
    assertThat(alone.generated().get("OwnerFunctionTools.java"))
        .contains("\"required\":[\"number\"]");
  }

  private Compiled alone(String bean, String... options) {
    Compiled library =
        Compiled.compile()
            .source("Bean.java", bean)
            .options(options)
            .into(folder.resolve("library"));
    assertThat(library.success).as("%s", library.texts()).isTrue();
    return owner().classPath(library.output).into(folder.resolve("alone"));
  }

  private Compiled together(String bean) {
    return owner().source("Bean.java", bean).into(folder.resolve("together"));
  }

  private static Compiled.Setup owner() {
    return Compiled.compile()
        .source(
            "Owner.java",
            """
            class Owner {
              @dev.adze.annotation.Tool("x")
              void m(@dev.adze.annotation.Param("y") Bean bean) {}
            }
            """);
  }
}
