package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Approver;
import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.ToolCallStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Examples whose runs wait, meet or go on elsewhere. */
@Timeout(60)
class LongerRunsTest {
  @TempDir private Path folder;

  private final Printed printed = new Printed();

  @Test
  void aRunThatWaitsGoesOnWithTheDecision() throws Exception {
    suspendOrResume(Approvers.denyAll());
    assertThat(printed.text())
        .isEqualTo(
            """
            No API key is set: a script plays the model.
            Send 250.00 to Ada
               put off by the approver
            AWAITING_APPROVAL: 0 steps, 0 tokens
            The run is kept in %s. Start this program again to decide.
            """
                .formatted(folder));

    suspendOrResume(request -> Decision.approve());
    assertThat(printed.text())
        .endsWith(
            """
               approved by the approver
            -> transfer {"to":"Ada","amount":250.00}
            <- success: Transferred 250.00 to Ada
            Transferred 250.00 to Ada
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
  }

  private void suspendOrResume(Approver approver) throws Exception {
    Model model = Model.scripted(SuspendAndResume.script());
    SuspendAndResume.run(model, folder, approver, printed.screen());
  }

  @Test
  void anotherProcessDecidesAndNobodyAtATerminalIsADenial() throws Exception {
    Program.Ended first = Program.run(SuspendAndResume.class, folder, Map.of());
    assertThat(first.printed()).contains("AWAITING_APPROVAL", "Start this program again");
    Program.Ended second = Program.run(SuspendAndResume.class, folder, Map.of());
    assertThat(second.printed())
        .contains("<- denied: ", "this process has no terminal to ask at", "FINAL_OUTPUT: 2 steps")
        .doesNotContain("Transferred");
    assertThat(Program.run(SuspendAndResume.class, folder, Map.of()).printed())
        .as("the run has ended, so another one begins")
        .contains("AWAITING_APPROVAL");
  }

  @Test
  void threeCallsMeetAndTheOneThatMustBeAloneComesAfterThem() throws Exception {
    CyclicBarrier all = new CyclicBarrier(3);
    ParallelTools.WeatherService service =
        city -> {
          try {
            all.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException("The calls did not run at the same time.", e);
          }
          return "clear";
        };
    Model model = Model.scripted(ParallelTools.script());
    assertThat(ParallelTools.run(model, service, printed.screen()).steps().get(0).calls())
        .extracting(call -> call.status())
        .containsOnly(ToolCallStatus.SUCCESS);
    assertThat(printed.text())
        .contains("   weather: asking about Lima\n", "<- success: Oslo is clear\n")
        .endsWith(
            """
            -> note {"text":"compare the forecasts"}
            <- success: Noted: compare the forecasts
            Rome is clear; Oslo is clear; Lima is clear; Noted: compare the forecasts.
            FINAL_OUTPUT: 2 steps, 0 tokens
            """);
  }

  @Test
  void aSessionGoesOnInAnotherProcess() throws Exception {
    Path file = folder.resolve("session.jsonl");
    Sessions.run(Model.scripted(Sessions.script()), file, printed.screen());
    assertThat(printed.text())
        .isEqualTo(
            """
            The session has 0 messages.
            No API key is set: a script plays the model.
            My name is Ada. What is 15 * 7?
            -> calculator {"expression":"15 * 7"}
            <- success: 105
            Ada, it is 105.
            FINAL_OUTPUT: 2 steps, 0 tokens
            No API key is set: a script plays the model.
            What is my name, and what was the result?
            You said "My name is Ada. What is 15 * 7?", and it was 105
            FINAL_OUTPUT: 1 steps, 0 tokens
            Now it has 6, kept in %s.
            """
                .formatted(file));
    assertThat(Program.run(Sessions.class, folder, Map.of()).printed())
        .startsWith("The session has 6 messages.\n")
        .endsWith("Now it has 12, kept in session.jsonl.\n");
  }
}
