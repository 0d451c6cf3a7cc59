package dev.adze.agent;

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

/**
 * Is told everything that happens in a run. For each event {@link #onEvent} is called and then the
 * callback of the event's own type; all of them are empty unless overridden.
 *
 * <p>The callbacks of a run come one at a time, in the order of the events, from one thread that
 * belongs to the run: never a tool's, never that of the connection. They may block, and hold the
 * run's next model call, tool or approval while they do. They may cancel the run, but not wait for
 * it. What a callback throws is logged, the first time, and hurts neither the run nor another
 * listener. A listener of a {@link Runner} is called for all of its runs, which may be at the same
 * time.
 *
 * <p>A run that is over, or cancelled, does not wait for a listener that keeps a callback for
 * seconds: that listener hears the rest when it returns, from a thread of its own.
 */
public interface RunListener {
  /** The run is about to begin; comes before every event. */
  default void onStart(Run run) {}

  /** Every event, before its own callback. */
  default void onEvent(RunEvent event) {}

  /** The run has begun. */
  default void onExecutionStart(ExecutionStart event) {}

  /** A step has begun. */
  default void onStepStart(StepStart event) {}

  /** The model sent a chunk. */
  default void onRawResponse(RawResponse event) {}

  /** A response broke off, and what it has said does not count. */
  default void onResponseDiscarded(ResponseDiscarded event) {}

  /** A complete response held reasoning. */
  default void onReasoningItemCreated(ReasoningItemCreated event) {}

  /** A complete response held text or a refusal. */
  default void onMessageOutputCreated(MessageOutputCreated event) {}

  /** The model asked for a tool. */
  default void onToolCalled(ToolCalled event) {}

  /** The tools of an MCP server were listed. */
  default void onMcpListTools(McpListTools event) {}

  /** The provider asks whether it may call a tool of an MCP server. */
  default void onMcpApprovalRequested(McpApprovalRequested event) {}

  /** The model asked to hand the conversation over to another agent. */
  default void onHandoffRequested(HandoffRequested event) {}

  /** The conversation was handed over to another agent. */
  default void onHandoffOccurred(HandoffOccurred event) {}

  /** A call needs approval. */
  default void onToolPermissionRequest(ToolPermissionRequest event) {}

  /** A call that needed approval was decided. */
  default void onToolPermissionDecision(ToolPermissionDecision event) {}

  /** A call is about to run. */
  default void onToolCallStart(ToolCallStart event) {}

  /** A running tool reported how it is getting on. */
  default void onToolCallActivity(ToolCallActivity event) {}

  /** A call is over. */
  default void onToolCallComplete(ToolCallComplete event) {}

  /** The result of a call entered the conversation. */
  default void onToolOutputAdded(ToolOutputAdded event) {}

  /** A step is over. */
  default void onStepComplete(StepComplete event) {}

  /** The run has its answer. */
  default void onFinalOutput(FinalOutput event) {}

  /** The run is over; nothing comes after this. */
  default void onExecutionComplete(ExecutionComplete event) {}
}
