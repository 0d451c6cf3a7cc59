package dev.adze.testing;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.model.AssistantMessage;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.Message;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds of the events of every run, or leg of one, that is over. */
final class Promises {
  /** The order of a step; what is told of single calls has an order of its own. */
  private static final List<String> STEP =
      List.of(
          "agent.step_start",
          "agent.response_discarded",
          "raw_response_event",
          "reasoning_item_created",
          "message_output_created",
          "tool_called",
          "agent.tool_call_start",
          "tool_output",
          "agent.step_complete");

  private static final int RESPONSE = STEP.indexOf("message_output_created");

  private final List<RunEvent> events;
  private final StringBuilder broken = new StringBuilder();

  Promises(List<RunEvent> events) {
    this.events = events;
  }

  /** Every promise that was not kept; empty if all were. */
  String broken() {
    if (events.isEmpty() || !(events.get(events.size() - 1) instanceof ExecutionComplete last)) {
      return "The last event of a run is agent.execution_complete.";
    }
    numbers();
    ends(last.result());
    steps(last.result());
    chunks();
    calls(last.result());
    conversation(last.result().messages());
    return broken.toString();
  }

  private void check(boolean kept, String promise) {
    if (!kept) {
      broken.append(promise).append('\n');
    }
  }

  private void numbers() {
    RunEvent first = events.get(0);
    check(
        first.header().leg() > 1 || first.sequence() == 1, "The first event of a run is number 1.");
    for (int i = 0; i < events.size(); i++) {
      RunEvent event = events.get(i);
      check(
          event.sequence() == first.sequence() + i,
          "Events are numbered without gaps; here " + event.sequence() + " is out of place.");
      check(
          event.runId().equals(first.runId()) && event.header().leg() == first.header().leg(),
          "All events carry the id and the leg of their run; " + event.sequence() + " does not.");
    }
  }

  private void ends(RunResult result) {
    boolean answered = result.stopReason() == StopReason.FINAL_OUTPUT;
    check(
        events.get(0) instanceof ExecutionStart && count(ExecutionStart.class) == 1,
        "agent.execution_start is told once, first.");
    check(count(ExecutionComplete.class) == 1, "agent.execution_complete is told once.");
    check(
        count(FinalOutput.class) == (answered ? 1 : 0),
        "agent.final_output is told exactly for a final output.");
    check(
        result.failure().isPresent() == (result.stopReason() == StopReason.FAILED),
        "A result has a failure exactly if the run has failed.");
  }

  private long count(Class<? extends RunEvent> type) {
    return events.stream().filter(type::isInstance).count();
  }

  /** Each run has steps of its own: that of the stream, and those within its calls. */
  private void steps(RunResult result) {
    runs().forEach((parent, told) -> steps(told, parent.isPresent(), result));
  }

  private Map<Optional<String>, List<RunEvent>> runs() {
    Map<Optional<String>, List<RunEvent>> runs = new LinkedHashMap<>();
    for (RunEvent event : events) {
      runs.computeIfAbsent(event.header().parentCallId(), parent -> new ArrayList<>()).add(event);
    }
    return runs;
  }

  private void steps(List<RunEvent> told, boolean inner, RunResult result) {
    int step = inner ? 0 : told.get(0).step();
    int reached = 0;
    boolean open = false;
    for (RunEvent event : told) {
      int place = STEP.indexOf(event.name());
      if (event instanceof StepStart) {
        reached = 0;
        check(!open && event.step() > step, "A step starts when the one before it is complete.");
        step = event.step();
        open = true;
      } else if (event instanceof StepComplete) {
        check(open, "A step is complete once, after it has started.");
        open = false;
      }
      // A response that was paused or discarded begins anew.
      check(
          place < 0 || place >= reached || Math.max(place, reached) <= RESPONSE,
          "The events of a step come in their order; " + event.sequence() + " does not.");
      reached = Math.max(reached, place);
      check(
          event.step() == step || event instanceof ExecutionComplete,
          "Events carry the number of their step; " + event.sequence() + " does not.");
    }
    check(
        !open || result.stopReason() != StopReason.FINAL_OUTPUT,
        "The last step of a run with an answer is complete.");
  }

  /** Attempts of a step come one after another, and the chunks of each without gaps. */
  private void chunks() {
    Map<String, Integer> told = new LinkedHashMap<>();
    for (RunEvent event : events) {
      if (event instanceof RawResponse chunk) {
        String within = chunk.header().parentCallId().map(id -> id + " ").orElse("");
        String attempt = within + chunk.step() + "." + chunk.attempt();
        check(
            chunk.ordinal() == told.merge(attempt, 1, Integer::sum),
            "The chunks of an attempt are counted without gaps; " + attempt + " are not.");
      }
    }
  }

  private void calls(RunResult result) {
    Map<String, CallPromises> calls = new LinkedHashMap<>();
    boolean waiting = result.stopReason() == StopReason.AWAITING_APPROVAL;
    for (RunEvent event : events) {
      String callId = Outline.callId(event);
      if (callId != null) {
        calls.computeIfAbsent(callId, CallPromises::new).tell(event);
      }
    }
    calls.values().forEach(call -> broken.append(call.broken(waiting)));
    runs().values().forEach(told -> outputs(told, List.copyOf(calls.keySet())));
  }

  private void outputs(List<RunEvent> told, List<String> called) {
    List<String> outputs =
        told.stream()
            .filter(event -> event.name().equals("tool_output"))
            .map(event -> String.valueOf(Outline.callId(event)))
            .toList();
    check(
        outputs.equals(called.stream().filter(outputs::contains).toList()),
        "Outputs come in the order of their calls.");
  }

  /** Every message with calls is followed by exactly their results, and by nothing else. */
  private void conversation(List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      List<String> calls = callIds(messages.get(i));
      List<String> results = i + 1 < messages.size() ? resultIds(messages.get(i + 1)) : List.of();
      check(calls.equals(results), "Calls " + calls + " have the results " + results + ".");
      int after = calls.isEmpty() ? i + 1 : i + 2;
      List<String> asked = askedIds(messages.get(i));
      List<String> answers =
          asked.isEmpty() || after >= messages.size() ? List.of() : answerIds(messages.get(after));
      check(asked.equals(answers), "The provider asks for " + asked + " and is told " + answers);
    }
  }

  private static List<String> callIds(Message message) {
    return message instanceof AssistantMessage assistant
        ? assistant.toolCalls().stream().map(ToolCall::id).toList()
        : List.of();
  }

  private static List<String> askedIds(Message message) {
    return message instanceof AssistantMessage assistant
        ? assistant.parts().stream()
            .filter(McpApprovalRequest.class::isInstance)
            .map(part -> ((McpApprovalRequest) part).providerId())
            .toList()
        : List.of();
  }

  private static List<String> answerIds(Message message) {
    return message instanceof McpApprovalMessage answers
        ? answers.approvals().stream().map(McpApproval::providerId).toList()
        : List.of();
  }

  private static List<String> resultIds(Message message) {
    return message instanceof ToolMessage tool
        ? tool.results().stream().map(ToolResult::callId).toList()
        : List.of();
  }
}
