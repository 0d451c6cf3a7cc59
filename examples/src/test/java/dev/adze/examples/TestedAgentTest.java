package dev.adze.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.approval.Approvers;
import dev.adze.approval.Decision;
import dev.adze.event.StopReason;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.testing.RecordedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TestedAgentTest {
  private final Printed printed = new Printed();

  // region test
  @Test
  void withoutAConsentNothingIsBooked() throws Exception {
    ScriptedModel model =
        ScriptedModel.of(
            ScriptedTurn.toolCall("book", "{\"tableId\":\"window-5\",\"day\":\"FRIDAY\"}"),
            ScriptedTurn.text("Sorry, not this time."));
    Agent agent = Agent.builder().model(model, "scripted").toolsOf(new Restaurant()).build();
    RecordedEvents events = new RecordedEvents();

    Runner.builder(agent).approver(request -> Decision.deny("full")).build().stream(
            "A table for Friday", events)
        .await();

    events.assertPromises();
    events.assertCall(
        "call_1_1",
        "tool_called",
        "tool_permission_request",
        "tool_permission_decision",
        "tool_call_complete DENIED",
        "tool_output");
    assertThat(events.result().text()).isEqualTo("Sorry, not this time.");
    assertThat(model.requests().get(1).messages().toString()).contains("full");
  }

  // endregion

  @Test
  void theOutlinesDifferWhereTheToolRuns() throws Exception {
    assertThat(TestedAgent.run(request -> Decision.approve(), printed.screen()).stopReason())
        .isEqualTo(StopReason.FINAL_OUTPUT);
    assertThat(printed.text())
        .contains("   tool_call_start call_1_1\n   tool_call_complete call_1_1 SUCCESS\n");

    Printed denied = new Printed();
    TestedAgent.run(Approvers.denyAll(), denied.screen());
    assertThat(denied.text())
        .isEqualTo(
            printed
                .text()
                .replace("   tool_call_start call_1_1\n", "")
                .replace("SUCCESS", "DENIED"));
  }
}
