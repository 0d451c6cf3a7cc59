package dev.adze.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.adze.agent.Agent;
import dev.adze.agent.Runner;
import dev.adze.approval.Decision;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.model.scripted.ScriptedModel;
import dev.adze.model.scripted.ScriptedTurn;
import dev.adze.tool.FunctionTool;
import dev.adze.tool.ToolOutput;
import dev.adze.tool.ToolSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assertions that find what is wrong. */
class RecordedEventsTest {
  private final RecordedEvents events = new RecordedEvents();

  @BeforeEach
  void run() throws InterruptedException {
    FunctionTool pay =
        FunctionTool.of(
                ToolSpec.builder("pay", "{\"type\":\"object\"}").build(),
                (arguments, context) -> {
                  context.activity("half");
                  context.activity("way");
                  return ToolOutput.of("paid");
                })
            .requiringApproval("it costs money");
    ScriptedTurn calls =
        ScriptedTurn.builder().text("so be it").toolCall("pay", "{}").toolCall("no", "{}").build();
    Agent agent =
        Agent.builder()
            .model(ScriptedModel.of(calls, ScriptedTurn.text("done")), "scripted")
            .tools(pay)
            .build();
    Runner.builder(agent).approver(request -> Decision.approve()).build().stream("hello", events)
        .await();
  }

  @Test
  void aRunKeepsItsPromises() {
    events.assertPromises();
    events.assertCount(ToolCallActivity.class, 2);
    events.assertOrder("tool_called call_1_2", "step_complete", "final_output");
    events.assertCall(
        "call_1_1",
        "tool_called",
        "tool_permission_request",
        "tool_permission_decision",
        "tool_call_start",
        "tool_call_activity",
        "tool_call_activity",
        "tool_call_complete SUCCESS",
        "tool_output");
    events.assertOutline(events.outline().toArray(String[]::new));
    assertThat(events.result().text()).isEqualTo("done");
  }

  @Test
  void whatIsNotSoIsSaidWithTheOutline() {
    assertThatThrownBy(() -> events.assertCount(ToolCallActivity.class, 3))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("3 events of ToolCallActivity, but told 2")
        .hasMessageContaining("tool_call_complete call_1_2 UNKNOWN_TOOL");
    assertThatThrownBy(() -> events.assertOrder("final_output", "step_complete"))
        .hasMessageContaining("no \"step_complete\" in its place");
    assertThatThrownBy(() -> events.assertCall("call_1_2", "tool_called"))
        .hasMessageContaining("exactly\ntool_called\nbut told\ntool_called\ntool_call_complete");
    assertThatThrownBy(() -> events.assertOutline("final_output"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> new RecordedEvents().result()).isInstanceOf(AssertionError.class);
  }

  /** Numbers would give every dropped event away, so they are given anew. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        ExecutionStart.class,
        StepStart.class,
        ToolCalled.class,
        ToolPermissionDecision.class,
        ToolCallStart.class,
        ToolCallComplete.class,
        ToolOutputAdded.class,
        StepComplete.class,
        FinalOutput.class,
        ExecutionComplete.class
      })
  void everyEventThatIsMissingBreaksAPromise(Class<? extends RunEvent> type) {
    for (RunEvent missing : events.only(type)) {
      List<RunEvent> rest = new ArrayList<>(events.events());
      rest.remove(missing);
      assertBroken(rest);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {RawResponse.class, ToolCallActivity.class})
  void everyLiveEventThatIsMissingBreaksAPromiseIfAnotherFollows(Class<? extends RunEvent> type) {
    List<RunEvent> rest = new ArrayList<>(events.events());
    rest.remove(events.only(type).get(0));
    assertBroken(rest);
  }

  @Test
  void everyEventThatIsToldTwiceBreaksAPromise() {
    for (RunEvent twice : events.events()) {
      List<RunEvent> more = new ArrayList<>(events.events());
      more.add(more.indexOf(twice), twice);
      if (!twice.name().matches("message_output_created|agent.tool_permission_request")) {
        assertBroken(more);
      }
    }
  }

  @Test
  void eventsInTheWrongOrderBreakAPromise() {
    List<RunEvent> told = events.events();
    for (int i = 0; i + 1 < told.size(); i++) {
      List<RunEvent> swapped = new ArrayList<>(told);
      Collections.swap(swapped, i, i + 1);
      assertThatThrownBy(() -> RecordedEvents.of(swapped).assertPromises())
          .isInstanceOf(AssertionError.class);
    }
  }

  private static void assertBroken(List<RunEvent> events) {
    List<RunEvent> numbered = new ArrayList<>();
    for (RunEvent event : events) {
      numbered.add(
          event.withHeader(event.header().told(numbered.size() + 1, event.header().time())));
    }
    assertThatThrownBy(() -> RecordedEvents.of(numbered).assertPromises())
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> RecordedEvents.of(numbered).outline()).doesNotThrowAnyException();
  }
}
