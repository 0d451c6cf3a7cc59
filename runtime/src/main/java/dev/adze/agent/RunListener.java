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
  /**
   * The run is about to begin; comes before every event.
   *
   * @param run the handle, which can cancel it from now on
   */
  default void onStart(Run run) {}

  /**
   * Every event, before its own callback.
   *
   * @param event any event, also of a kind that this version has no callback for
   */
  default void onEvent(RunEvent event) {}

  /**
   * The run has begun.
   *
   * @param event has the conversation that it begins with
   */
  default void onExecutionStart(ExecutionStart event) {}

  /**
   * A step has begun.
   *
   * @param event has the number of the step
   */
  default void onStepStart(StepStart event) {}

  /**
   * The model sent a chunk.
   *
   * @param event has the chunk, as it came and as it is understood
   */
  default void onRawResponse(RawResponse event) {}

  /**
   * A response broke off, and what it has said does not count.
   *
   * @param event has the text that does not count
   */
  default void onResponseDiscarded(ResponseDiscarded event) {}

  /**
   * A complete response held reasoning.
   *
   * @param event has the reasoning, as far as it is shown
   */
  default void onReasoningItemCreated(ReasoningItemCreated event) {}

  /**
   * A complete response held text or a refusal.
   *
   * @param event has the whole message
   */
  default void onMessageOutputCreated(MessageOutputCreated event) {}

  /**
   * The model asked for a tool.
   *
   * @param event has the call, as the model wrote it
   */
  default void onToolCalled(ToolCalled event) {}

  /**
   * The tools of an MCP server were listed.
   *
   * @param event has the server and the names of its tools
   */
  default void onMcpListTools(McpListTools event) {}

  /**
   * The provider asks whether it may call a tool of an MCP server.
   *
   * @param event has the call that the provider wants to make
   */
  default void onMcpApprovalRequested(McpApprovalRequested event) {}

  /**
   * The model asked to hand the conversation over to another agent.
   *
   * @param event has the other agent
   */
  default void onHandoffRequested(HandoffRequested event) {}

  /**
   * The conversation was handed over to another agent.
   *
   * @param event has the other agent, which goes on from the next step
   */
  default void onHandoffOccurred(HandoffOccurred event) {}

  /**
   * A call needs approval.
   *
   * @param event has what the approver is asked
   */
  default void onToolPermissionRequest(ToolPermissionRequest event) {}

  /**
   * A call that needed approval was decided.
   *
   * @param event has the decision, and who made it
   */
  default void onToolPermissionDecision(ToolPermissionDecision event) {}

  /**
   * A call is about to run.
   *
   * @param event has the arguments that run
   */
  default void onToolCallStart(ToolCallStart event) {}

  /**
   * A running tool reported how it is getting on.
   *
   * @param event has what the tool said
   */
  default void onToolCallActivity(ToolCallActivity event) {}

  /**
   * A call is over.
   *
   * @param event has how the call ended, and what the tool threw
   */
  default void onToolCallComplete(ToolCallComplete event) {}

  /**
   * The result of a call entered the conversation.
   *
   * @param event has what the model reads of the call
   */
  default void onToolOutputAdded(ToolOutputAdded event) {}

  /**
   * A step is over.
   *
   * @param event has the response and all calls of the step
   */
  default void onStepComplete(StepComplete event) {}

  /**
   * The run has its answer.
   *
   * @param event has the answer
   */
  default void onFinalOutput(FinalOutput event) {}

  /**
   * The run is over; nothing comes after this.
   *
   * @param event has the result, a failure too
   */
  default void onExecutionComplete(ExecutionComplete event) {}
}
