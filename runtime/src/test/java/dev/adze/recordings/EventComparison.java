package dev.adze.recordings;

import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.model.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares what a run told its listener with what the recorded responses say. */
final class EventComparison {
  private final Differences differences;

  EventComparison(Differences differences) {
    this.differences = differences;
  }

  void compare(RecordedRun run, List<RunEvent> events) {
    List<RecordedAnswer> answers = run.answers();
    end(run, answers, events);
    order(run, answers, events);
    for (int i = 0; i < answers.size(); i++) {
      int step = i + 1;
      List<RunEvent> told = events.stream().filter(event -> event.step() == step).toList();
      List<String> results =
          answers.get(i).callsToRun().stream()
              .map(call -> run.result(step - 1, call).text())
              .toList();
      new StepComparison(differences, run.exchanges().get(i).id(), answers.get(i))
          .compare(told, results);
    }
  }

  private void order(RecordedRun run, List<RecordedAnswer> answers, List<RunEvent> events) {
    String id = run.first().id();
    for (int i = 0; i < events.size(); i++) {
      differences.check(id, "sequence number", i + 1L, events.get(i).sequence());
    }
    List<String> expected = new ArrayList<>(List.of("agent.execution_start"));
    answers.forEach(answer -> expected.addAll(names(answer)));
    if (stopReason(answers) == StopReason.FINAL_OUTPUT) {
      expected.add("agent.final_output");
    }
    expected.add("agent.execution_complete");
    List<String> told =
        events.stream()
            .filter(event -> !(event instanceof ToolCallStart || event instanceof ToolCallComplete))
            .map(RunEvent::name)
            .toList();
    differences.check(id, "events in order", counted(expected), counted(told));
  }

  /**
   * The events of a step, but for those of its calls, which may be told in any order of the calls.
   */
  private static List<String> names(RecordedAnswer answer) {
    List<String> names = new ArrayList<>(List.of("agent.step_start"));
    names.addAll(Collections.nCopies(answer.chunks().size(), "raw_response_event"));
    names.addAll(Collections.nCopies(answer.listings(), "mcp_list_tools"));
    if (answer.reasoned()) {
      names.add("reasoning_item_created");
    }
    if (!answer.text().isEmpty() || !answer.refusal().isEmpty()) {
      names.add("message_output_created");
    }
    names.addAll(Collections.nCopies(answer.callsToRun().size(), "tool_called"));
    names.addAll(Collections.nCopies(answer.callsToRun().size(), "tool_output"));
    names.add("agent.step_complete");
    return names;
  }

  /** The names with those that follow each other written once, so that people can compare them. */
  private static String counted(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); ) {
      int next = i;
      while (next < names.size() && names.get(next).equals(names.get(i))) {
        next++;
      }
      text.append(names.get(i)).append(next - i == 1 ? " " : " x " + (next - i) + " ");
      i = next;
    }
    return text.toString();
  }

  private void end(RecordedRun run, List<RecordedAnswer> answers, List<RunEvent> events) {
    String id = run.exchanges().get(run.exchanges().size() - 1).id();
    StopReason stop = stopReason(answers);
    String answer = answers.get(answers.size() - 1).text();
    for (RunEvent event : events) {
      if (event instanceof FinalOutput output) {
        differences.check(id, "final output", answer, output.text());
      } else if (event instanceof ExecutionComplete complete) {
        RunResult result = complete.result();
        String failure = result.failure().map(Throwable::toString).orElse("");
        differences.check(id, "failure", "", failure);
        differences.check(id, "stop reason", stop, result.stopReason());
        if (stop == StopReason.FINAL_OUTPUT && result.stopReason() == stop) {
          differences.check(id, "result's text", answer, result.text());
        }
        differences.check(id, "result's usage", counts(answers), counts(result.usage()));
        differences.check(id, "result's steps", answers.size(), result.steps().size());
      }
    }
  }

  private static String counts(List<RecordedAnswer> answers) {
    RecordedAnswer.Tokens sum = RecordedAnswer.Tokens.NONE;
    for (RecordedAnswer answer : answers) {
      sum = sum.plus(answer.usage());
    }
    return sum.counts();
  }

  private static String counts(Usage usage) {
    return RecordedAnswer.Tokens.of(usage).counts();
  }

  private static StopReason stopReason(List<RecordedAnswer> answers) {
    RecordedAnswer last = answers.get(answers.size() - 1);
    if (!last.callsToRun().isEmpty()) {
      return StopReason.MAX_STEPS;
    }
    return switch (last.finishReason()) {
      case LENGTH -> StopReason.TRUNCATED;
      case REFUSAL -> StopReason.REFUSED;
      case CONTENT_FILTER -> StopReason.CONTENT_FILTERED;
      default -> StopReason.FINAL_OUTPUT;
    };
  }
}
