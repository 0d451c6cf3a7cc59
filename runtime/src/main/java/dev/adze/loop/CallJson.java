package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
import dev.adze.approval.Ruling;
import dev.adze.event.CallResult;
import dev.adze.event.ToolCallStatus;
import dev.adze.internal.json.ToolJson;
import dev.adze.internal.json.Trees;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.Failure;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A call, as part of a state. The call itself is in the response that asks for it. */
final class CallJson {
  private CallJson() {}

  static void write(ObjectNode to, CallState call) {
    to.put("id", call.call().id()).put("starts", call.starts());
    Trees.constant(to, "phase", call.phase());
    if (call.edited() != null) {
      to.put("edited", call.edited());
    }
    Trees.flag(to, "approved", call.approved());
    Trees.flag(to, "over_time", call.overTime());
    if (!call.waits().equals(Waits.NONE)) {
      Trees.time(to, "waited", call.waits().total());
      Trees.time(to, "waits_since", call.waits().since());
    }
    if (call.preparation() != null) {
      writePreparation(to.putObject("preparation"), call.preparation());
    }
    if (call.before() != null) {
      writePreparation(to.putObject("before"), call.before());
    }
    if (call.answer() != null) {
      writeDecision(to.putObject("decision"), Results.decision(call.answer()));
    }
    if (call.inner() != null) {
      StateJson.write(to.putObject("inner"), call.inner());
    }
    if (call.result() != null) {
      writeResult(to.putObject("result"), call.result());
    }
  }

  static CallState read(JsonNode from, @Nullable ModelResponse response) {
    ToolCall call = call(from, response);
    return new CallState(
        call,
        Trees.constant(from, "phase", Phase.class),
        from.has("preparation") ? readPreparation(from.required("preparation")) : null,
        from.has("before") ? readReady(from.required("before")) : null,
        from.has("decision") ? readDecision(from.required("decision")) : null,
        from.has("edited") ? Trees.text(from, "edited") : null,
        Trees.flag(from, "approved"),
        Trees.number(from, "starts"),
        Trees.flag(from, "over_time"),
        from.has("waited")
            ? new Waits(Trees.time(from, "waited"), Trees.timeOrNull(from, "waits_since"))
            : Waits.NONE,
        from.has("inner") ? StateJson.read(from.required("inner")) : null,
        from.has("result") ? readResult(from.required("result"), call) : null);
  }

  /** The call that a part of the state is about. */
  static ToolCall call(JsonNode from, @Nullable ModelResponse response) {
    String id = Trees.text(from, "id");
    return Optional.ofNullable(response).stream()
        .flatMap(there -> there.message().toolCalls().stream())
        .filter(call -> call.id().equals(id))
        .findFirst()
        .or(() -> HostedCalls.find(response, id).map(HostedCalls::call))
        .orElseThrow(
            () -> new IllegalArgumentException("The response of the step has no call " + id + "."));
  }

  static void writeResult(ObjectNode to, CallResult result) {
    to.put("id", result.call().id()).put("arguments", result.arguments());
    Trees.constant(to, "status", result.status());
    ToolJson.write(to.putObject("output"), result.output());
    Trees.time(to, "duration", result.duration());
    Trees.flag(to, "abandoned", result.abandoned());
  }

  static CallResult readResult(JsonNode from, ToolCall call) {
    return new CallResult(
        call,
        Trees.text(from, "arguments"),
        Trees.constant(from, "status", ToolCallStatus.class),
        ToolJson.readOutput(from.required("output")),
        Trees.time(from, "duration"),
        Trees.flag(from, "abandoned"));
  }

  private static void writePreparation(ObjectNode to, Preparation preparation) {
    if (preparation instanceof Preparation.Ready ready) {
      to.put("kind", "ready").put("arguments", ready.arguments());
      ToolJson.write(to.putObject("tool"), ready.tool());
      Trees.flag(to, "approval_needed", ready.approvalNeeded());
      writeRuling(to.putObject("ruling"), ready.ruling());
      ready.preview().ifPresent(preview -> to.put("preview", preview));
    } else if (preparation instanceof Preparation.Faulty faulty) {
      to.put("kind", "faulty").put("faults", faulty.faults());
    } else if (preparation instanceof Preparation.UnknownTool unknown) {
      var known = to.put("kind", "unknown_tool").putArray("known");
      unknown.known().forEach(known::add);
    } else if (preparation instanceof Preparation.Broken broken) {
      to.put("kind", "broken").put("type", broken.failure().type());
      to.put("message", broken.failure().message());
    }
  }

  private static Preparation readPreparation(JsonNode from) {
    String kind = Trees.text(from, "kind");
    return switch (kind) {
      case "ready" -> readReady(from);
      case "faulty" -> new Preparation.Faulty(Trees.text(from, "faults"));
      case "unknown_tool" ->
          new Preparation.UnknownTool(Trees.list(from, "known", JsonNode::stringValue));
      case "broken" ->
          new Preparation.Broken(
              new Failure(Trees.text(from, "type"), Trees.text(from, "message"), null));
      default -> throw new IllegalArgumentException("No call is prepared as \"" + kind + "\".");
    };
  }

  private static Preparation.Ready readReady(JsonNode from) {
    ToolSpec tool = ToolJson.readSpec(from.required("tool"));
    return new Preparation.Ready(
        Trees.text(from, "arguments"),
        tool,
        readRuling(from, tool),
        from.has("preview") ? Optional.of(Trees.text(from, "preview")) : Optional.empty());
  }

  private static void writeRuling(ObjectNode to, Ruling ruling) {
    if (ruling instanceof Ruling.Forbidden forbidden) {
      to.put("kind", "forbidden").put("by", forbidden.by()).put("reason", forbidden.reason());
    } else if (ruling instanceof Ruling.Granted granted) {
      to.put("kind", "granted").put("grant", granted.grantId()).put("reason", granted.reason());
    } else if (ruling instanceof Ruling.AutoApproved approved) {
      to.put("kind", "auto_approved").put("reason", approved.reason());
    } else if (ruling instanceof Ruling.Ask ask) {
      to.put("kind", "ask").put("reason", ask.reason());
    } else {
      to.put("kind", "free");
    }
  }

  /** The first texts of this format say only whether an approval is needed. */
  private static Ruling readRuling(JsonNode preparation, ToolSpec tool) {
    if (!preparation.has("ruling")) {
      return Trees.flag(preparation, "approval_needed")
          ? new Ruling.Ask(tool.approvalReason())
          : new Ruling.Free();
    }
    JsonNode from = preparation.required("ruling");
    String kind = Trees.text(from, "kind");
    return switch (kind) {
      case "free" -> new Ruling.Free();
      case "ask" -> new Ruling.Ask(Trees.text(from, "reason"));
      case "granted" -> new Ruling.Granted(Trees.text(from, "grant"), Trees.text(from, "reason"));
      case "auto_approved" -> new Ruling.AutoApproved(Trees.text(from, "reason"));
      case "forbidden" -> new Ruling.Forbidden(Trees.text(from, "by"), Trees.text(from, "reason"));
      default -> throw new IllegalArgumentException("No call is ruled \"" + kind + "\".");
    };
  }

  private static void writeDecision(ObjectNode to, Decision decision) {
    if (decision instanceof Decision.Approved) {
      to.put("kind", "approved");
    } else if (decision instanceof Decision.ApprovedWith with) {
      to.put("kind", "approved_with").put("arguments", with.arguments());
    } else if (decision instanceof Decision.ApprovedAlways always) {
      to.put("kind", "approved_always").set("grant", Trees.read(always.grant().toJson()));
    } else if (decision instanceof Decision.Denied denied) {
      to.put("kind", "denied").put("reason", denied.reason());
    } else {
      to.put("kind", "deferred");
    }
  }

  private static Answer readDecision(JsonNode from) {
    String kind = Trees.text(from, "kind");
    return new Answer.Decided(
        switch (kind) {
          case "approved" -> Decision.approve();
          case "approved_with" -> Decision.approveWith(Trees.text(from, "arguments"));
          case "approved_always" ->
              Decision.approveAlways(Grant.fromJson(Trees.write(from.required("grant"))));
          case "denied" -> Decision.deny(Trees.text(from, "reason"));
          case "deferred" -> Decision.defer();
          default -> throw new IllegalArgumentException("No call is decided as \"" + kind + "\".");
        });
  }
}
