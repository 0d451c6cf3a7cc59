package dev.adze.log;

import dev.adze.event.CallResult;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.RawResponse;
import dev.adze.event.RunEvent;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.model.ToolCall;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as AdalFlow's {@code stream_to_json} writes it, with the whole of ours inside. */
final class ArrayJson {
  private final JsonLine line;

  private ArrayJson(JsonLine line) {
    this.line = line;
  }

  /** An element, but for its number, which stands first and only the file knows. */
  static byte[] element(RunEvent event, UnaryOperator<String> redaction) {
    JsonLine line = new JsonLine(redaction);
    ArrayJson json = new ArrayJson(line);
    boolean raw = event instanceof RawResponse;
    line.field("timestamp", event.header().time().toString())
        .field("event_type", raw ? "RawResponsesStreamEvent" : "RunItemStreamEvent")
        .object("event_data", () -> json.eventData(event));
    return line.end();
  }

  /** The whole event of ours within an element; null if there is none. */
  static @Nullable RunEvent read(JsonValue element) {
    JsonValue data = element.get("event_data");
    return data.has("item")
        ? EventReader.read(data.get("item").get("data").get("event"), null)
        : EventReader.read(data.get("event"), data.jsonText("data"));
  }

  private void eventData(RunEvent event) {
    if (event instanceof RawResponse raw) {
      line.field("input", Optional.empty()).jsonText("data", raw.chunk().json());
      EventJson.object("event", event, line);
      line.field("type", event.name()).field("error", Optional.empty());
      return;
    }
    line.field("name", event.name());
    line.object(
        "item",
        () -> {
          line.field("id", id(event)).field("type", type(event));
          line.object(
              "data",
              () -> {
                data(event);
                EventJson.object("event", event, line);
              });
          line.text("error", error(event)).field("timestamp", event.header().time().toString());
        });
    line.field("type", "run_item_stream_event");
  }

  /** The call that an item is about; of the others, its place in the run. */
  private static String id(RunEvent event) {
    if (event instanceof McpApprovalRequested asked) {
      return asked.request().id();
    } else if (event instanceof ToolCalled called) {
      return called.call().id();
    } else if (event instanceof ToolPermissionRequest request) {
      return request.callId();
    } else if (event instanceof ToolPermissionDecision decision) {
      return decision.callId();
    } else if (event instanceof ToolCallStart start) {
      return start.call().id();
    } else if (event instanceof ToolCallActivity activity) {
      return activity.call().id();
    } else if (event instanceof ToolCallComplete complete) {
      return complete.result().call().id();
    } else if (event instanceof ToolOutputAdded added) {
      return added.result().call().id();
    } else if (event instanceof HandoffRequested requested) {
      return requested.call().id();
    } else if (event instanceof HandoffOccurred occurred) {
      return occurred.result().call().id();
    }
    return event.runId() + "-" + event.sequence();
  }

  private static String type(RunEvent event) {
    if (event instanceof ToolPermissionRequest) {
      return "tool_call_permission_request";
    } else if (event instanceof ToolCallComplete) {
      return "tool_output";
    } else if (event instanceof StepComplete) {
      return "step";
    } else if (event instanceof ExecutionComplete) {
      return "final_output";
    }
    return event.name().replace("agent.", "");
  }

  private static @Nullable String error(RunEvent event) {
    Optional<Throwable> failure = Optional.empty();
    if (event instanceof ToolCallComplete complete) {
      failure = complete.error();
    } else if (event instanceof ExecutionComplete complete) {
      failure = complete.result().failure();
    }
    return failure.map(thrown -> String.valueOf(thrown.getMessage())).orElse(null);
  }

  private void data(RunEvent event) {
    if (event instanceof ToolCalled called) {
      function(called.call(), called.call().arguments());
    } else if (event instanceof ToolCallStart start) {
      function(start.call(), start.arguments());
    } else if (event instanceof HandoffRequested requested) {
      function(requested.call(), requested.call().arguments());
    } else if (event instanceof HandoffOccurred occurred) {
      output(occurred.result());
    } else if (event instanceof ToolPermissionRequest request) {
      line.field("id", request.callId()).field("tool_name", request.request().tool().name());
    } else if (event instanceof ToolCallComplete complete) {
      output(complete.result());
    } else if (event instanceof ToolOutputAdded added) {
      output(added.result());
    } else if (event instanceof StepComplete complete) {
      step(complete.result());
    } else if (event instanceof FinalOutput output) {
      line.text("answer", output.text());
    } else if (event instanceof ExecutionComplete complete) {
      result(complete.result());
    }
  }

  private void function(ToolCall call, String arguments) {
    line.field("id", call.id()).field("name", call.name()).jsonText("kwargs", arguments);
  }

  private void output(CallResult result) {
    line.field("name", result.call().name())
        .object("input", () -> function(result.call(), result.call().arguments()))
        .text("output", result.output().output());
  }

  /** AdalFlow has one call in a step; what all of them gave is the observation. */
  private void step(StepResult step) {
    line.field("step", step.step());
    if (!step.calls().isEmpty()) {
      ToolCall first = step.calls().get(0).call();
      line.object("action", () -> function(first, first.arguments()));
    }
    line.text(
        "observation",
        step.calls().stream()
            .map(call -> call.output().observation())
            .collect(Collectors.joining("\n")));
  }

  private void result(RunResult result) {
    boolean answered = result.stopReason() == StopReason.FINAL_OUTPUT;
    line.array("step_history", result.steps(), this::step)
        .text("answer", answered ? result.text() : null);
  }
}
