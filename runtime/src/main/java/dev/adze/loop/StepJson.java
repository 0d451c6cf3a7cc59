package dev.adze.loop;

import dev.adze.event.StepResult;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonOut;
import dev.adze.internal.json.ResponseJson;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished step, as part of a state. */
final class StepJson {
  private StepJson() {}

  static void write(JsonOut to, StepResult step, List<Message> messages) {
    to.field("number", step.step()).field("attempts", step.attempts());
    to.field("duration", step.duration());
    ResponseJson.write(to, step.usage());
    to.object(
        "response",
        step.response().orElse(null),
        response -> ResponseJson.write(to, response, messages));
    to.array("calls", step.calls(), call -> CallJson.writeResult(to, call));
  }

  static StepResult read(JsonIn from, List<Message> messages) {
    @Nullable ModelResponse response =
        from.orNull("response", it -> ResponseJson.read(it, messages));
    return StepResult.builder(from.integer("number"))
        .attempts(from.integer("attempts"))
        .duration(from.time("duration"))
        .usage(ResponseJson.readUsage(from))
        .response(response)
        .calls(from.list("calls", call -> CallJson.readResult(call, CallJson.call(call, response))))
        .build();
  }
}
