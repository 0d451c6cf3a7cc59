package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.event.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BasicStreamingTest {
  private final Printed printed = new Printed();

  @Test
  void theToolReallyComputesAndEverythingIsShownInOrder() throws Exception {
    Model model = Model.scripted(BasicStreaming.script());
    assertThat(BasicStreaming.run(model, printed.screen()).stopReason())
        .isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            What is 15 * 7 + 23?
            -> calculator {"expression":"15 * 7 + 23"}
            <- success: 128
            15 * 7 + 23 is 128.
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
  }

  @Test
  void inATerminalCallsAndTheSummaryHaveColours() throws Exception {
    Model model = Model.scripted(BasicStreaming.script());
    BasicStreaming.run(model, new Screen(printed.stream(), true));
    assertThat(printed.text())
        .contains("\033[1mWhat is 15 * 7 + 23?\033[0m\n")
        .contains("\033[36m<- success: 128\033[0m\n")
        .contains("15 * 7 + 23 is 128.\n\033[2mFINAL_OUTPUT: ");
  }

  @Test
  void theCalculatorRefusesWhatHasNoValue() throws Exception {
    Calculator calculator = new Calculator();
    assertThat(calculator.calculator("2 ^ 10 - 0.5")).isEqualByComparingTo("1023.5");
    assertThat(calculator.calculator("25 * 4")).hasToString("100");
    assertThatThrownBy(() -> calculator.calculator("2 * (3")).hasMessageContaining("brace");
    assertThatThrownBy(() -> calculator.calculator("1 / 0")).hasMessage("Division by zero");
  }
}
