package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.approval.Ruling;
import dev.adze.event.CallResult;
import dev.adze.event.ToolCallStatus;
import dev.adze.internal.json.JsonIn;
import dev.adze.internal.json.JsonOut;
import dev.adze.internal.json.ToolJson;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.Failure;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call, as part of a state. The call itself is in the response that asks for it. */
final class CallJson {
  private CallJson() {}

  static void write(JsonOut to, CallState call) {
    to.field("id", call.call().id()).field("starts", call.starts());
    to.field("phase", call.phase());
    to.field("edited", call.edited());
    to.field("approved", call.approved());
    to.field("over_time", call.overTime());
    if (!call.waits().equals(Waits.NONE)) {
      to.field("waited", call.waits().total());
      to.field("waits_since", call.waits().since());
    }
    to.object("preparation", call.preparation(), known -> writePreparation(to, known));
    to.object("before", call.before(), known -> writePreparation(to, known));
    to.object("decision", call.answer(), given -> writeDecision(to, Results.decision(given)));
    to.object("inner", call.inner(), run -> StateJson.write(to, run.at));
    to.object("result", call.result(), end -> writeResult(to, end));
  }

  static CallState read(JsonIn from, @Nullable ModelResponse response) {
    ToolCall call = call(from, response);
    return new CallState(
        call,
        from.constant("phase", Phase.class),
        from.orNull("preparation", CallJson::readPreparation),
        from.orNull("before", CallJson::readReady),
        from.orNull("decision", CallJson::readDecision),
        from.optionalText("edited").orElse(null),
        from.flag("approved"),
        from.integer("starts"),
        from.flag("over_time"),
        from.has("waited")
            ? new Waits(from.time("waited"), from.timeOrNull("waits_since"))
            : Waits.NONE,
        from.orNull("inner", StateJson::read),
        from.orNull("result", result -> readResult(result, call)));
  }

  /** The call that a part of the state is about. */
  static ToolCall call(JsonIn from, @Nullable ModelResponse response) {
    String id = from.text("id");
    return Optional.ofNullable(response).stream()
        .flatMap(there -> there.message().toolCalls().stream())
        .filter(call -> call.id().equals(id))
        .findFirst()
        .or(() -> HostedCalls.find(response, id).map(HostedCalls::call))
        .orElseThrow(
            () -> new IllegalArgumentException("The response of the step has no call " + id + "."));
  }

  static void writeResult(JsonOut to, CallResult result) {
    to.field("id", result.call().id()).field("arguments", result.arguments());
    to.field("status", result.status());
    to.object("output", () -> ToolJson.write(to, result.output()));
    to.field("duration", result.duration());
    to.field("abandoned", result.abandoned());
  }

  static CallResult readResult(JsonIn from, ToolCall call) {
    return new CallResult(
        call,
        from.text("arguments"),
        from.constant("status", ToolCallStatus.class),
        ToolJson.readOutput(from.get("output")),
        from.time("duration"),
        from.flag("abandoned"));
  }

  private static void writePreparation(JsonOut to, Preparation preparation) {
    if (preparation instanceof Preparation.Ready ready) {
      to.field("kind", "ready").field("arguments", ready.arguments());
      to.object("tool", () -> ToolJson.write(to, ready.tool()));
      to.field("approval_needed", ready.approvalNeeded());
      to.object("ruling", () -> writeRuling(to, ready.ruling()));
      to.field("preview", ready.preview());
    } else if (preparation instanceof Preparation.Faulty faulty) {
      to.field("kind", "faulty").field("faults", faulty.faults());
    } else if (preparation instanceof Preparation.UnknownTool unknown) {
      to.field("kind", "unknown_tool").strings("known", unknown.known());
    } else if (preparation instanceof Preparation.Broken broken) {
      to.field("kind", "broken").field("type", broken.failure().type());
      to.field("message", broken.failure().message());
    }
  }

  private static Preparation readPreparation(JsonIn from) {
    String kind = from.text("kind");
    return switch (kind) {
      case "ready" -> readReady(from);
      case "faulty" -> new Preparation.Faulty(from.text("faults"));
      case "unknown_tool" -> new Preparation.UnknownTool(from.list("known", JsonIn::text));
      case "broken" ->
          new Preparation.Broken(new Failure(from.text("type"), from.text("message"), null));
      default -> throw new IllegalArgumentException("No call is prepared as \"" + kind + "\".");
    };
  }

  private static Preparation.Ready readReady(JsonIn from) {
    ToolSpec tool = ToolJson.readSpec(from.get("tool"));
    return new Preparation.Ready(
        from.text("arguments"), tool, readRuling(from, tool), from.optionalText("preview"));
  }

  private static void writeRuling(JsonOut to, Ruling ruling) {
    if (ruling instanceof Ruling.Forbidden forbidden) {
      to.field("kind", "forbidden").field("by", forbidden.by()).field("reason", forbidden.reason());
    } else if (ruling instanceof Ruling.Granted granted) {
      to.field("kind", "granted")
          .field("grant", granted.grantId())
          .field("reason", granted.reason());
    } else if (ruling instanceof Ruling.AutoApproved approved) {
      to.field("kind", "auto_approved").field("reason", approved.reason());
    } else if (ruling instanceof Ruling.Ask ask) {
      to.field("kind", "ask").field("reason", ask.reason());
    } else {
      to.field("kind", "free");
    }
  }

  /** The first texts of this format say only whether an approval is needed. */
  private static Ruling readRuling(JsonIn preparation, ToolSpec tool) {
    if (!preparation.has("ruling")) {
      return preparation.flag("approval_needed")
          ? new Ruling.Ask(tool.approvalReason())
          : new Ruling.Free();
    }
    JsonIn from = preparation.get("ruling");
    String kind = from.text("kind");
    return switch (kind) {
      case "free" -> new Ruling.Free();
      case "ask" -> new Ruling.Ask(from.text("reason"));
      case "granted" -> new Ruling.Granted(from.text("grant"), from.text("reason"));
      case "auto_approved" -> new Ruling.AutoApproved(from.text("reason"));
      case "forbidden" -> new Ruling.Forbidden(from.text("by"), from.text("reason"));
      default -> throw new IllegalArgumentException("No call is ruled \"" + kind + "\".");
    };
  }

  private static void writeDecision(JsonOut to, Decision decision) {
    if (decision instanceof Decision.Approved) {
      to.field("kind", "approved");
    } else if (decision instanceof Decision.ApprovedWith with) {
      to.field("kind", "approved_with").field("arguments", with.arguments());
    } else if (decision instanceof Decision.ApprovedAlways always) {
      to.field("kind", "approved_always").written("grant", always.grant().toJson());
    } else if (decision instanceof Decision.Denied denied) {
      to.field("kind", "denied").field("reason", denied.reason());
    } else {
      to.field("kind", "deferred");
    }
  }

  private static Answer readDecision(JsonIn from) {
    String kind = from.text("kind");
    return new Answer.Decided(
        switch (kind) {
          case "approved" -> Decision.approve();
          case "approved_with" -> Decision.approveWith(from.text("arguments"));
          case "approved_always" ->
              Decision.approveAlways(Grant.fromJson(from.get("grant").json()));
          case "denied" -> Decision.deny(from.text("reason"));
          case "deferred" -> Decision.defer();
          default -> throw new IllegalArgumentException("No call is decided as \"" + kind + "\".");
        });
  }
}
