package dev.adze.log;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.approval.Grant;
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
import dev.adze.log.JsonValue.UnreadableException;
import dev.adze.model.AssistantMessage;
import dev.adze.model.McpApprovalRequest;
import dev.adze.model.ModelChunk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventJson} writes. */
final class EventReader {
  private EventReader() {}

  /**
   * The event that an object of a log stands for; {@link UnknownEvent} if it is, or holds, what
   * this version does not know; null if it is no event.
   *
   * @param data the data of the chunk that the event is, where they stand elsewhere
   */
  static @Nullable RunEvent read(JsonValue in, @Nullable String data) {
    EventHeader header;
    try {
      header = header(in);
    } catch (RuntimeException none) {
      return null;
    }
    try {
      return read(in, header, data);
    } catch (RuntimeException unknown) {
      return new UnknownEvent(header, in.text("name"), in.json());
    }
  }

  private static EventHeader header(JsonValue in) {
    in.text("name");
    return new EventHeader(
        in.text("run_id"),
        in.integer("leg"),
        in.number("sequence"),
        in.integer("step"),
        in.text("agent"),
        in.integer("depth"),
        in.optionalText("parent_call_id"),
        Instant.parse(in.text("time")));
  }

  private static RunEvent read(JsonValue in, EventHeader header, @Nullable String data) {
    return switch (in.text("name")) {
      case "raw_response_event" -> rawResponse(in, header, data);
      case "agent.execution_start" ->
          new ExecutionStart(header, ValueReader.list(in, "messages", ValueReader::message));
      case "agent.step_start" -> new StepStart(header);
      case "reasoning_item_created" -> new ReasoningItemCreated(header, in.text("text"));
      case "agent.response_discarded" ->
          new ResponseDiscarded(header, in.integer("attempt"), in.text("text"));
      case "message_output_created" ->
          new MessageOutputCreated(
              header,
              in.text("message_id"),
              (AssistantMessage) ValueReader.message(in.get("message")));
      case "mcp_list_tools" ->
          new McpListTools(
              header, in.text("server"), ValueReader.list(in, "tools", JsonValue::text));
      case "mcp_approval_requested" ->
          new McpApprovalRequested(
              header, (McpApprovalRequest) ValueReader.assistantPart(in.get("request")));
      case "tool_called" -> new ToolCalled(header, ValueReader.call(in.get("call")));
      case "handoff_requested" ->
          new HandoffRequested(header, ValueReader.call(in.get("call")), in.text("target"));
      case "handoff_occured" ->
          new HandoffOccurred(header, ValueReader.callResult(in.get("result")), in.text("target"));
      case "agent.tool_permission_request" ->
          new ToolPermissionRequest(header, request(in.get("request")));
      case "agent.tool_permission_decision" ->
          new ToolPermissionDecision(
              header,
              in.text("call_id"),
              in.text("arguments"),
              decision(in.get("decision")),
              in.text("decided_by"));
      case "agent.tool_call_start" ->
          new ToolCallStart(header, ValueReader.call(in.get("call")), in.text("arguments"));
      case "agent.tool_call_activity" ->
          new ToolCallActivity(
              header,
              ValueReader.call(in.get("call")),
              in.integer("attempt"),
              in.integer("ordinal"),
              in.text("text"));
      case "agent.tool_call_complete" ->
          new ToolCallComplete(
              header,
              ValueReader.callResult(in.get("result")),
              ValueReader.failure(in.get("error")));
      case "tool_output" -> new ToolOutputAdded(header, ValueReader.callResult(in.get("result")));
      case "agent.step_complete" -> new StepComplete(header, ValueReader.step(in.get("result")));
      case "agent.final_output" -> new FinalOutput(header, in.text("text"));
      case "agent.execution_complete" ->
          new ExecutionComplete(header, ValueReader.runResult(in.get("result")));
      default -> throw new UnreadableException("unknown event");
    };
  }

  private static RawResponse rawResponse(JsonValue in, EventHeader header, @Nullable String data) {
    JsonValue chunk = in.get("chunk");
    return new RawResponse(
        header,
        in.integer("attempt"),
        in.integer("ordinal"),
        ModelChunk.of(
            data == null ? chunk.jsonText("data") : data,
            chunk.text("message_id"),
            ValueReader.list(chunk, "deltas", ValueReader::delta)));
  }

  private static ApprovalRequest request(JsonValue in) {
    return new ApprovalRequest(
        in.text("run_id"),
        in.text("agent"),
        in.text("call_id"),
        ValueReader.tool(in.get("tool")),
        in.text("arguments"),
        in.optionalText("preview"),
        in.text("reason"));
  }

  private static Decision decision(JsonValue in) {
    return switch (in.text("type")) {
      case "approved" -> Decision.approve();
      case "approved_with" -> Decision.approveWith(in.text("arguments"));
      case "approved_always" -> Decision.approveAlways(grant(in.jsonText("grant")));
      case "denied" -> Decision.deny(in.text("reason"));
      case "deferred" -> new Decision.Deferred();
      default -> throw new UnreadableException("unknown decision");
    };
  }

  /** A redaction may have left no grant of it. */
  private static Grant grant(String json) {
    try {
      return Grant.fromJson(json);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException("unreadable grant");
    }
  }
}
