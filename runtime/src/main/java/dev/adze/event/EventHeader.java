package dev.adze.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What every event has: where in which run it stands, and when it was told.
 *
 * @param runId the run
 * @param leg which stretch of the run, from a start or a resume to a stop; from 1
 * @param sequence the event's place among all events of the run, from 1 and without gaps; 0 before
 *     it has been told. The leg after a crash counts on from the state that was kept, so that
 *     numbers may come again; leg and sequence together do not
 * @param step the step, from 1; 0 before the first
 * @param agent the name of the agent
 * @param depth 0, or how many agents stand above this one
 * @param parentCallId the call through which the agent above runs this one
 * @param time when the event was told; the epoch before it has been
 */
public record EventHeader(
    String runId,
    int leg,
    long sequence,
    int step,
    String agent,
    int depth,
    Optional<String> parentCallId,
    Instant time) {
  /** Refuses null. */
  public EventHeader {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(agent, "agent");
    Objects.requireNonNull(parentCallId, "parentCallId");
    Objects.requireNonNull(time, "time");
  }

  /**
   * {@return a header of a run's own agent that has not been told yet}
   *
   * @param runId the run
   * @param leg which stretch of the run, from 1
   * @param step the step, from 1; 0 before the first
   * @param agent the name of the agent
   */
  public static EventHeader untold(String runId, int leg, int step, String agent) {
    return new EventHeader(runId, leg, 0, step, agent, 0, Optional.empty(), Instant.EPOCH);
  }

  /**
   * {@return this header with the place and the time at which it is told}
   *
   * @param sequence the event's place among all events of the run, from 1
   * @param time when it is told
   */
  public EventHeader told(long sequence, Instant time) {
    return new EventHeader(runId, leg, sequence, step, agent, depth, parentCallId, time);
  }
}
