package dev.adze.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who reads what of an output, and what a description refuses. */
final class ToolOutputTest {
  @Test
  void whatIsNotSaidDefaultsToWhatIs() {
    assertThat(ToolOutput.of("7").observation()).isEqualTo("7");
    assertThat(ToolOutput.of("7").display()).isEqualTo("7");

    ToolOutput output = ToolOutput.builder("7").observation("seven").build();
    assertThat(output.output()).isEqualTo("7");
    assertThat(output.display()).isEqualTo("seven");
  }

  @Test
  void aCopyHasEverything() {
    ToolOutput output =
        ToolOutput.builder("7")
            .observation("seven")
            .display("VII")
            .metadata("a", "1")
            .metadata("b", "2")
            .status(ToolStatus.ERROR)
            .build();

    assertThat(output.toBuilder().build()).isEqualTo(output);
    assertThat(output.metadata().keySet()).containsExactly("a", "b");
    assertThatThrownBy(() -> output.metadata().put("c", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aCopiedSpecHasEverything() {
    ToolSpec spec =
        ToolSpec.builder("book", "{\"type\":\"object\"}")
            .title("Book")
            .description("Books.")
            .outputSchema("{}")
            .hints(new ToolHints(false, false, true, false))
            .sequential(true)
            .timeout(Duration.ofSeconds(3))
            .requiresApproval("costs money")
            .approvalRememberable(false)
            .build();

    assertThat(spec.toBuilder().build()).isEqualTo(spec);
  }

  @Test
  void aSpecRefusesWhatNoToolCanHave() {
    assertThatThrownBy(() -> ToolSpec.builder(" ", "{}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ToolSpec.builder("a", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ToolSpec.builder("a", "{}").timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive");
  }
}
