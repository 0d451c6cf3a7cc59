package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.CallResult;
import dev.adze.event.RunResult;
import dev.adze.event.ToolCallStatus;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConciergeTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void findingAsksNobodyAndBookingAsksWithTheReason() throws Exception {
    List<String> asked = new ArrayList<>();
    RunResult result =
        Concierge.ask(
            script(),
            request -> {
              asked.add(request.tool().name() + ": " + request.tool().approvalReason());
              return Decision.approve();
            },
            out);
    assertThat(asked).containsExactly("book: spends the guest's deposit");
    assertThat(calls(result))
        .extracting(call -> call.output().observation())
        .containsExactly("[{\"id\":\"window-5\",\"seats\":4}]", "Booked window-5 on FRIDAY.");
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("Done.");
  }

  @Test
  void withoutAConsentNothingIsBooked() throws Exception {
    RunResult result = Concierge.ask(script(), Approvers.denyAll(), out);
    assertThat(calls(result))
        .extracting(CallResult::status)
        .containsExactly(ToolCallStatus.SUCCESS, ToolCallStatus.DENIED);
  }

  private static List<CallResult> calls(RunResult result) {
    return result.steps().stream().flatMap(step -> step.calls().stream()).toList();
  }

  private static ScriptedModel script() {
    return ScriptedModel.of(
        ScriptedTurn.toolCall("findTables", "{\"guests\":4,\"day\":\"FRIDAY\"}"),
        ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}"),
        ScriptedTurn.text("Done."));
  }
}
