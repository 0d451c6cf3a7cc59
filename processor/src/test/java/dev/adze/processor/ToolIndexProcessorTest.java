package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolIndexProcessorTest {
  private static final String SERVICES = "META-INF/services/dev.adze.tool.ToolBinder";

  @TempDir Path output;
  @TempDir Path modules;

  @Test
  void listsTheAdaptersOfAllOwnersSorted() {
    Compiled compiled =
        Compiled.compile().source("B.java", owner("B")).source("A.java", owner("A")).into(output);

    assertThat(compiled.generated())
        .containsEntry(
            SERVICES,
            "acme.AFunctionTools\nacme.A_NestedFunctionTools\n"
                + "acme.BFunctionTools\nacme.B_NestedFunctionTools\n");
    assertThat(compiled.texts()).isEmpty();
  }

  @Test
  void writesNothingWithoutTools() {
    Compiled compiled = Compiled.compile().source("A.java", "class A {}").into(output);

    assertThat(compiled.generated()).isEmpty();
  }

  @Test
  void remindsAModuleThatDoesNotProvideAllOfItsTools() {
    Compiled compiled = inModule("provides dev.adze.tool.ToolBinder with acme.AFunctionTools;");

    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    assertThat(compiled.diagnostics)
        .singleElement()
        .satisfies(note -> {
          assertThat(note.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
          assertThat(note.getMessage(Locale.ROOT))
              .isEqualTo(
                  "Module acme does not provide all of its tools. Write in its"
                      + " module-info.java: provides dev.adze.tool.ToolBinder with"
                      + " acme.AFunctionTools, acme.A_NestedFunctionTools;");
        });
  }

  @Test
  void isSilentWhereTheModuleProvidesThem() {
    Compiled compiled =
        inModule(
            "provides dev.adze.tool.ToolBinder with"
                + " acme.A_NestedFunctionTools, acme.AFunctionTools;");

    assertThat(compiled.success).as("%s", compiled.texts()).isTrue();
    assertThat(compiled.texts()).isEmpty();
  }

  private Compiled inModule(String directive) {
    return Compiled.compile()
        .source("A.java", owner("A"))
        .source("module-info.java", "module acme { requires dev.adze.runtime; " + directive + " }")
        .modulePath(RuntimeModules.in(modules))
        .into(output);
  }

  private static String owner(String name) {
    return """
    package acme;

    import dev.adze.annotation.Tool;

    class %s {
      @Tool("Does nothing.")
      void nothing() {}

      static class Nested {
        @Tool("Does nothing either.")
        void nothing() {}
      }
    }
    """
        .formatted(name);
  }
}
