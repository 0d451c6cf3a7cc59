package dev.adze.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners that name types which other processors write, or are such types. */
class DeferralTest {
  @TempDir Path output;

  private static final String RECORD =
      "public record Late(int size) { static final String NAME = \"late\"; }";

  /** Writes a type called Late in the first round. */
  private static final class LateProcessor extends AbstractProcessor {
    private final String source;
    private boolean written;

    LateProcessor(String source) {
      this.source = source;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("Late").openWriter()) {
          out.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  @Test
  void anOwnerWaitsForTypesThatAreYetToBeWritten() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Owner.java",
                """
                class Owner {
                  @dev.adze.annotation.Tool(value = "x", name = Late.NAME)
                  void m(@dev.adze.annotation.Param("y") Late late) {}
                }
                """)
            .processors(new ToolProcessor(), new ToolIndexProcessor(), new LateProcessor(RECORD))
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.success).isTrue();
    assertThat(compiled.generated().get("OwnerFunctionTools.java"))
        .contains("\"late\":{\"type\":\"object\"")
        .contains("ToolSpec.builder(\"late\", ");
  }

  @Test
  void anOwnerWaitsForBranchesThatAreYetToBeWritten() {
    Compiled compiled =
        Compiled.compile()
            .source("Kind.java", "sealed interface Kind permits Late {}")
            .source(
                "Owner.java",
                """
                class Owner {
                  @dev.adze.annotation.Tool("x") void m(@dev.adze.annotation.Param("y") Kind kind) {}
                }
                """)
            .processors(
                new ToolProcessor(),
                new ToolIndexProcessor(),
                new LateProcessor("record Late(int size) implements Kind {}"))
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().get("OwnerFunctionTools.java")).contains("Late");
  }

  @Test
  void anOwnerWaitsForADescriptionThatIsYetToBeWritten() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Owner.java",
                """
                import com.fasterxml.jackson.annotation.JsonPropertyDescription;
                class Owner {
                  record Size(@JsonPropertyDescription(Late.NAME) int width) {}
                  @dev.adze.annotation.Tool("x") void m(@dev.adze.annotation.Param("y") Size size) {}
                }
                """)
            .classPath(Path.of(Compiled.location("com.fasterxml.jackson.annotation.JsonProperty")))
            .processors(new ToolProcessor(), new ToolIndexProcessor(), new LateProcessor(RECORD))
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated().get("OwnerFunctionTools.java"))
        .contains("\"description\":\"late\"");
  }

  @Test
  void anOwnerWaitsForTheOneAboveItAndIsReportedOnOnce() {
    Compiled compiled =
        Compiled.compile()
            .source(
                "Below.java",
                "class Below extends Owner { @dev.adze.annotation.Tool void undescribed() {} }")
            .source(
                "Owner.java",
                """
                class Owner {
                  @dev.adze.annotation.Tool("x")
                  private void m(@dev.adze.annotation.Param("y") Late late) {}
                }
                """)
            .processors(new ToolProcessor(), new ToolIndexProcessor(), new LateProcessor(RECORD))
            .into(output);

    assertThat(compiled.texts())
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).contains("T069"), text -> assertThat(text).contains("T011"));
    assertThat(compiled.generated()).containsOnlyKeys("Late.java");
  }

  @Test
  void anOwnerThatIsYetToBeWrittenGetsAnAdapterAfterAnother() {
    String late = "public class Late { @dev.adze.annotation.Tool(\"x\") public void m() {} }";
    Compiled compiled =
        Compiled.compile()
            .source("Early.java", "class Early { @dev.adze.annotation.Tool(\"x\") void m() {} }")
            .processors(new ToolProcessor(), new ToolIndexProcessor(), new LateProcessor(late))
            .into(output);

    assertThat(compiled.texts()).isEmpty();
    assertThat(compiled.generated())
        .containsKeys("EarlyFunctionTools.java", "LateFunctionTools.java");
  }
}
