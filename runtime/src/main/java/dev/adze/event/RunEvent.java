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
  /** {@return where the event stands in its run, and when it was told} */
  EventHeader header();

  /** {@return the event's name on the wire} */
  String name();

  /**
   * {@return the same event at another place}
   *
   * @param header where the event stands now
   */
  RunEvent withHeader(EventHeader header);

  /** {@return the run that the event belongs to} */
  default String runId() {
    return header().runId();
  }

  /** {@return the event's place among all events of its run, from 1 and without gaps} */
  default long sequence() {
    return header().sequence();
  }

  /** {@return the step, from 1; 0 before the first} */
  default int step() {
    return header().step();
  }
}
