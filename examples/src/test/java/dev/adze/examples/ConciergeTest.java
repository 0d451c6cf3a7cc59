package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.CallResult;
import dev.adze.event.RunResult;
import dev.adze.event.ToolCallStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConciergeTest {
  private final Printed printed = new Printed();

  @Test
  void findingAsksNobodyAndBookingAsksWithTheReason() throws Exception {
    List<String> asked = new ArrayList<>();
    RunResult result =
        Concierge.ask(
            Model.scripted(Concierge.script()),
            request -> {
              asked.add(request.tool().name() + ": " + request.tool().approvalReason());
              return Decision.approve();
            },
            printed.stream());
    assertThat(asked).containsExactly("book: spends the guest's deposit");
    assertThat(calls(result))
        .extracting(call -> call.output().observation())
        .containsExactly("[{\"id\":\"window-5\",\"seats\":4}]", "Booked window-5 on FRIDAY.");
    assertThat(printed.text())
        .isEqualTo("Book a table for four on Friday.\nBooked window-5 on FRIDAY.\n");
  }

  @Test
  void withoutAConsentNothingIsBooked() throws Exception {
    Model model = Model.scripted(Concierge.script());
    RunResult result = Concierge.ask(model, Approvers.denyAll(), printed.stream());
    assertThat(calls(result))
        .extracting(CallResult::status)
        .containsExactly(ToolCallStatus.SUCCESS, ToolCallStatus.DENIED);
  }

  private static List<CallResult> calls(RunResult result) {
    return result.steps().stream().flatMap(step -> step.calls().stream()).toList();
  }
}
