package dev.adze.loop;

import dev.adze.event.StepResult;
import dev.adze.internal.json.ResponseJson;
import dev.adze.internal.json.Trees;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A finished step, as part of a state. */
final class StepJson {
  private StepJson() {}

  static void write(ObjectNode to, StepResult step, List<Message> messages) {
    to.put("number", step.step()).put("attempts", step.attempts());
    Trees.time(to, "duration", step.duration());
    ResponseJson.write(to.putObject("usage"), step.usage());
    step.response()
        .ifPresent(response -> ResponseJson.write(to.putObject("response"), response, messages));
    Trees.list(to, "calls", step.calls(), CallJson::writeResult);
  }

  static StepResult read(JsonNode from, List<Message> messages) {
    @Nullable ModelResponse response =
        from.has("response") ? ResponseJson.read(from.required("response"), messages) : null;
    return StepResult.builder(Trees.number(from, "number"))
        .attempts(Trees.number(from, "attempts"))
        .duration(Trees.time(from, "duration"))
        .usage(ResponseJson.readUsage(from.required("usage")))
        .response(response)
        .calls(
            Trees.list(
                from, "calls", call -> CallJson.readResult(call, CallJson.call(call, response))))
        .build();
  }
}
