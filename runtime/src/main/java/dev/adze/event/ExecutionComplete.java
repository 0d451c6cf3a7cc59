package dev.adze.event;

import java.util.Objects;

/**
 * The run, or this leg of it, is over. Exactly once for each leg, always last, on every path.
 *
 * @param header where the event stands
 * @param result what came out of it
 */
public record ExecutionComplete(EventHeader header, RunResult result) implements RunEvent {
  /** Refuses null. */
  public ExecutionComplete {
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(result, "result");
  }

  @Override
  public String name() {
    return "agent.execution_complete";
  }

  @Override
  public ExecutionComplete withHeader(EventHeader header) {
    return new ExecutionComplete(header, result);
  }
}
