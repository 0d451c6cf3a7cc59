package dev.adze.log;

import dev.adze.event.CallResult;
import dev.adze.event.RunResult;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.internal.json.JsonOut;
import dev.adze.internal.json.MessageJson;
import dev.adze.internal.json.ResponseJson;
import dev.adze.internal.json.ToolJson;
import dev.adze.model.Message;
import dev.adze.model.ModelDelta;
import dev.adze.model.ToolCall;
import java.util.List;
import java.util.Optional;

/** The values that events hold, as fields of a line. */
final class ValueJson {
  private final JsonOut line;

  ValueJson(JsonOut line) {
    this.line = line;
  }

  void messages(List<Message> messages) {
    line.array("messages", messages, message -> MessageJson.write(line, message));
  }

  void call(ToolCall call) {
    line.object("call", () -> MessageJson.writeCall(line, call));
  }

  void callResult(CallResult result) {
    call(result.call());
    line.text("arguments", result.arguments()).field("status", result.status().wireName());
    line.object("output", () -> ToolJson.write(line, result.output()));
    line.field("duration", result.duration().toString()).field("abandoned", result.abandoned());
  }

  void step(StepResult step) {
    line.field("step", step.step()).field("attempts", step.attempts());
    line.object(
        "response",
        step.response().orElse(null),
        response -> ResponseJson.write(line, response, List.of()));
    line.array("calls", step.calls(), this::callResult);
    ResponseJson.write(line, step.usage());
    line.field("duration", step.duration().toString());
  }

  void runResult(RunResult result) {
    boolean answered = result.stopReason() == StopReason.FINAL_OUTPUT;
    line.field("run_id", result.runId())
        .field("stop_reason", result.stopReason())
        .field("limit", result.limit().orElse(null))
        .text("text", answered ? result.text() : null)
        .array("steps", result.steps(), this::step);
    messages(result.messages());
    ResponseJson.write(line, result.usage());
    failure("failure", result.failure());
  }

  /** A cause may quote a header or an address, so only the outermost words are kept. */
  void failure(String name, Optional<Throwable> failure) {
    if (failure.isEmpty()) {
      line.field(name, Optional.empty());
      return;
    }
    Throwable thrown = failure.get();
    line.object(name, () -> line.field("type", type(thrown)).text("message", thrown.getMessage()));
  }

  private static String type(Throwable thrown) {
    return thrown instanceof LoggedException logged ? logged.type() : thrown.getClass().getName();
  }

  void delta(ModelDelta delta) {
    if (delta instanceof ModelDelta.Text text) {
      line.field("type", "text").text("text", text.text());
    } else if (delta instanceof ModelDelta.Reasoning reasoning) {
      line.field("type", "reasoning").text("text", reasoning.text());
    } else if (delta instanceof ModelDelta.Refusal refusal) {
      line.field("type", "refusal").text("text", refusal.text());
    } else if (delta instanceof ModelDelta.ToolCallArguments call) {
      line.field("type", "tool_call_arguments")
          .field("call_id", call.callId())
          .field("name", call.name())
          .text("arguments", call.arguments());
    } else if (delta instanceof ModelDelta.ProviderTool tool) {
      line.field("type", "provider_tool").field("tool", tool.type());
    } else {
      throw unknown(delta);
    }
  }

  private static IllegalStateException unknown(Object value) {
    return new IllegalStateException(
        "Every value of an event has a shape in a log, but not " + value.getClass().getName());
  }
}
