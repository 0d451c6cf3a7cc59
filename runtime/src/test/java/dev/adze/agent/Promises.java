package dev.adze.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.model.AssistantMessage;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every run that has ended. */
final class Promises {
  private Promises() {}

  static void check(Told told, RunResult result) {
    RandomRunsTest.checkNumbers(told.events());
    checkEnd(told, result);
    checkCalls(told);
    checkConversation(result.messages());
  }

  private static void checkEnd(Told told, RunResult result) {
    List<RunEvent> events = told.events();
    assertThat(told.only(ExecutionComplete.class)).hasSize(1);
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            ExecutionComplete.class, last -> assertThat(last.result()).isSameAs(result));
    assertThat(told.only(FinalOutput.class))
        .hasSize(result.stopReason() == StopReason.FINAL_OUTPUT ? 1 : 0);
    assertThat(result.failure().isPresent()).isEqualTo(result.stopReason() == StopReason.FAILED);
  }

  private static void checkCalls(Told told) {
    List<String> called = told.only(ToolCalled.class).stream().map(e -> e.call().id()).toList();
    List<String> put =
        told.only(ToolOutputAdded.class).stream().map(e -> e.result().call().id()).toList();
    List<String> completed =
        told.only(ToolCallComplete.class).stream().map(e -> e.result().call().id()).toList();
    List<String> started = told.only(ToolCallStart.class).stream().map(e -> e.call().id()).toList();
    assertThat(called).doesNotHaveDuplicates();
    assertThat(put).isEqualTo(called);
    assertThat(completed).containsExactlyInAnyOrderElementsOf(called);
    assertThat(started).doesNotHaveDuplicates().isSubsetOf(called);
    called.forEach(id -> checkOrder(told, id));
  }

  /** A call's own events come in the order of its life. */
  private static void checkOrder(Told told, String callId) {
    List<Integer> ranks =
        told.events().stream()
            .filter(event ->
                Told.describe(event).contains(callId + " ")
                    || Told.describe(event).endsWith(callId))
            .map(Promises::rank)
            .toList();
    assertThat(ranks).isSorted();
  }

  private static int rank(RunEvent event) {
    List<String> order =
        List.of(
            "tool_called",
            "agent.tool_permission_request",
            "agent.tool_permission_decision",
            "agent.tool_call_start",
            "agent.tool_call_activity",
            "agent.tool_call_complete",
            "tool_output");
    assertThat(order).contains(event.name());
    return order.indexOf(event.name());
  }

  /** Every message with calls is followed by exactly their results, and by nothing else. */
  private static void checkConversation(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      List<String> calls = callIds(messages.get(i));
      boolean followed = i + 1 < messages.size() && messages.get(i + 1) instanceof ToolMessage;
      assertThat(followed).isEqualTo(!calls.isEmpty());
      if (followed) {
        ToolMessage results = (ToolMessage) messages.get(i + 1);
        assertThat(results.results().stream().map(ToolResult::callId).toList()).isEqualTo(calls);
      }
    }
  }

  private static List<String> callIds(Message message) {
    return message instanceof AssistantMessage assistant
        ? assistant.toolCalls().stream().map(ToolCall::id).toList()
        : List.of();
  }

  static Set<String> approvedCalls(Told told) {
    Set<String> asked =
        told.only(ToolPermissionRequest.class).stream()
            .map(ToolPermissionRequest::callId)
            .collect(Collectors.toSet());
    return told.only(ToolPermissionDecision.class).stream()
        .filter(event -> event.decision().approves())
        .map(ToolPermissionDecision::callId)
        .filter(asked::contains)
        .collect(Collectors.toSet());
  }
}
