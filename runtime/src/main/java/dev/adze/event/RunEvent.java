package dev.adze.event;

/**
 * Something that happened in a run. The names on the wire are those of AdalFlow's streaming events,
 * and a few of our own beside them. New kinds may be added in a later version, so a {@code switch}
 * over them needs a default.
 */
public sealed interface RunEvent
    permits ExecutionComplete,
        ExecutionStart,
        FinalOutput,
        HandoffOccurred,
        HandoffRequested,
        McpApprovalRequested,
        McpListTools,
        MessageOutputCreated,
        RawResponse,
        ReasoningItemCreated,
        ResponseDiscarded,
        StepComplete,
        StepStart,
        ToolCallActivity,
        ToolCallComplete,
        ToolCallStart,
        ToolCalled,
        ToolOutputAdded,
        ToolPermissionDecision,
        ToolPermissionRequest,
        UnknownEvent {
  /** Where the event stands in its run, and when it was told. */
  EventHeader header();

  /** The event's name on the wire. */
  String name();

  /** The same event at another place. */
  RunEvent withHeader(EventHeader header);

  /** The run that the event belongs to. */
  default String runId() {
    return header().runId();
  }

  /** The event's place among all events of its run, from 1 and without gaps. */
  default long sequence() {
    return header().sequence();
  }

  /** The step, from 1; 0 before the first. */
  default int step() {
    return header().step();
  }
}
