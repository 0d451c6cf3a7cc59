package dev.adze.log;

import dev.adze.event.CallResult;
import dev.adze.event.Limit;
import dev.adze.event.RunResult;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallStatus;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonIn.UnreadableException;
import dev.adze.internal.json.MessageJson;
import dev.adze.internal.json.ResponseJson;
import dev.adze.internal.json.ToolJson;
import dev.adze.model.ModelDelta;
import java.util.List;
import java.util.Optional;

/** Reads what {@link ValueJson} writes, value by value in the same order. */
final class ValueReader {
  private ValueReader() {}

  static CallResult callResult(JsonIn in) {
    return new CallResult(
        MessageJson.readCall(in.get("call")),
        in.text("arguments"),
        in.constant("status", ToolCallStatus.class),
        ToolJson.readOutput(in.get("output")),
        in.time("duration"),
        in.flag("abandoned"));
  }

  static StepResult step(JsonIn in) {
    return StepResult.builder(in.integer("step"))
        .attempts(in.integer("attempts"))
        .response(in.orNull("response", response -> ResponseJson.read(response, List.of())))
        .calls(in.list("calls", ValueReader::callResult))
        .usage(ResponseJson.readUsage(in))
        .duration(in.time("duration"))
        .build();
  }

  static RunResult runResult(JsonIn in) {
    RunResult.Builder result =
        RunResult.builder(in.text("run_id"), in.constant("stop_reason", StopReason.class))
            .steps(in.list("steps", ValueReader::step))
            .messages(in.list("messages", MessageJson::read))
            .usage(ResponseJson.readUsage(in));
    result.limit(in.constantOrNull("limit", Limit.class));
    in.optionalText("text").ifPresent(result::text);
    failure(in.get("failure")).ifPresent(result::failure);
    return result.build();
  }

  static Optional<Throwable> failure(JsonIn in) {
    return in.isNull()
        ? Optional.empty()
        : Optional.of(
            new LoggedException(in.text("type"), in.optionalText("message").orElse(null)));
  }

  static ModelDelta delta(JsonIn in) {
    return switch (in.text("type")) {
      case "text" -> new ModelDelta.Text(in.text("text"));
      case "reasoning" -> new ModelDelta.Reasoning(in.text("text"));
      case "refusal" -> new ModelDelta.Refusal(in.text("text"));
      case "tool_call_arguments" ->
          new ModelDelta.ToolCallArguments(
              in.text("call_id"), in.text("name"), in.text("arguments"));
      case "provider_tool" -> new ModelDelta.ProviderTool(in.text("tool"));
      default -> throw unknown(in);
    };
  }

  private static UnreadableException unknown(JsonIn in) {
    return new UnreadableException("unknown kind of value: " + in.json());
  }
}
