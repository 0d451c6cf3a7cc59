package dev.adze.log;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.EventHeader;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.HandoffOccurred;
import dev.adze.event.HandoffRequested;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.McpListTools;
import dev.adze.event.MessageOutputCreated;
import dev.adze.event.RawResponse;
import dev.adze.event.ReasoningItemCreated;
import dev.adze.event.ResponseDiscarded;
import dev.adze.event.RunEvent;
import dev.adze.event.StepComplete;
import dev.adze.event.StepStart;
import dev.adze.event.ToolCallActivity;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.event.UnknownEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** An event as a line: its header, then its own fields. */
final class EventJson {
  private final JsonLine line;
  private final ValueJson values;

  private final boolean withData;

  private EventJson(JsonLine line, boolean withData) {
    this.line = line;
    this.values = new ValueJson(line);
    this.withData = withData;
  }

  /** The whole event, without a line break. */
  static byte[] line(RunEvent event, UnaryOperator<String> redaction) {
    if (event instanceof UnknownEvent unknown) {
      return redaction.apply(unknown.json()).getBytes(StandardCharsets.UTF_8);
    }
    JsonLine line = new JsonLine(redaction);
    new EventJson(line, true).fields(event);
    return line.end();
  }

  /** An event as an object within another one, which holds a chunk's data itself. */
  static void object(String name, RunEvent event, JsonLine line) {
    if (event instanceof UnknownEvent unknown) {
      line.jsonText(name, unknown.json());
    } else {
      line.object(name, () -> new EventJson(line, false).fields(event));
    }
  }

  private void fields(RunEvent event) {
    header(event);
    body(event);
  }

  private void header(RunEvent event) {
    EventHeader header = event.header();
    line.field("name", event.name())
        .field("run_id", header.runId())
        .field("leg", header.leg())
        .field("sequence", header.sequence())
        .field("step", header.step())
        .field("agent", header.agent())
        .field("depth", header.depth())
        .field("parent_call_id", header.parentCallId())
        .field("time", header.time().toString());
  }

  private void body(RunEvent event) {
    if (event instanceof RawResponse chunk) {
      rawResponse(chunk);
    } else if (event instanceof ExecutionStart start) {
      values.messages(start.messages());
    } else if (event instanceof StepStart) {
      return;
    } else if (event instanceof ReasoningItemCreated reasoning) {
      line.text("text", reasoning.text());
    } else if (event instanceof ResponseDiscarded discarded) {
      line.field("attempt", discarded.attempt()).text("text", discarded.text());
    } else if (event instanceof MessageOutputCreated created) {
      line.field("message_id", created.messageId());
      line.object("message", () -> values.message(created.message()));
    } else if (event instanceof McpListTools listed) {
      line.field("server", listed.server()).strings("tools", listed.tools());
    } else if (event instanceof McpApprovalRequested asked) {
      line.object("request", () -> values.assistantPart(asked.request()));
    } else if (event instanceof StepComplete complete) {
      line.object("result", () -> values.step(complete.result()));
    } else if (event instanceof FinalOutput output) {
      line.text("text", output.text());
    } else if (event instanceof ExecutionComplete complete) {
      line.object("result", () -> values.runResult(complete.result()));
    } else {
      call(event);
    }
  }

  private void call(RunEvent event) {
    if (event instanceof ToolCalled called) {
      values.call(called.call());
    } else if (event instanceof HandoffRequested requested) {
      values.call(requested.call());
      line.field("target", requested.target());
    } else if (event instanceof HandoffOccurred occurred) {
      line.object("result", () -> values.callResult(occurred.result()));
      line.field("target", occurred.target());
    } else if (event instanceof ToolPermissionRequest asked) {
      line.object("request", () -> request(asked.request()));
    } else if (event instanceof ToolPermissionDecision decided) {
      line.field("call_id", decided.callId()).text("arguments", decided.arguments());
      line.object("decision", () -> decision(decided.decision()));
      line.field("decided_by", decided.decidedBy());
    } else if (event instanceof ToolCallStart start) {
      values.call(start.call());
      line.text("arguments", start.arguments());
    } else if (event instanceof ToolCallActivity activity) {
      values.call(activity.call());
      line.field("attempt", activity.attempt())
          .field("ordinal", activity.ordinal())
          .text("text", activity.text());
    } else if (event instanceof ToolCallComplete complete) {
      line.object("result", () -> values.callResult(complete.result()));
      values.failure("error", complete.error());
    } else if (event instanceof ToolOutputAdded added) {
      line.object("result", () -> values.callResult(added.result()));
    } else {
      throw new IllegalStateException("Every event has a shape in a log, but not " + event.name());
    }
  }

  private void rawResponse(RawResponse event) {
    line.field("attempt", event.attempt()).field("ordinal", event.ordinal());
    line.object(
        "chunk",
        () -> {
          line.field("message_id", event.chunk().messageId());
          line.array("deltas", event.chunk().deltas(), values::delta);
          if (withData) {
            line.jsonText("data", event.chunk().json());
          }
        });
  }

  private void request(ApprovalRequest request) {
    line.field("run_id", request.runId())
        .field("agent", request.agent())
        .field("call_id", request.callId());
    line.object("tool", () -> values.tool(request.tool()));
    line.text("arguments", request.arguments())
        .text("preview", request.preview())
        .text("reason", request.reason());
  }

  private void decision(Decision decision) {
    if (decision instanceof Decision.Denied denied) {
      line.field("type", "denied").text("reason", denied.reason());
    } else if (decision instanceof Decision.Approved) {
      line.field("type", "approved");
    } else if (decision instanceof Decision.ApprovedWith with) {
      line.field("type", "approved_with").text("arguments", with.arguments());
    } else if (decision instanceof Decision.ApprovedAlways always) {
      line.field("type", "approved_always").jsonText("grant", always.grant().toJson());
    } else if (decision instanceof Decision.Deferred) {
      line.field("type", "deferred");
    } else {
      throw new IllegalStateException("Every decision has a shape in a log, but not " + decision);
    }
  }
}
