package dev.adze.loop;

import dev.adze.event.Limit;
import dev.adze.event.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a run is being stopped in the middle of a step.
 *
 * @param limit which limit was reached; null for none
 */
record Stop(StopReason reason, @Nullable Limit limit) {
  static final Stop CANCELLED = new Stop(StopReason.CANCELLED, null);
  static final Stop TIME = new Stop(StopReason.LIMIT, Limit.TIME);
  static final Stop TOKENS = new Stop(StopReason.LIMIT, Limit.TOKENS);
  static final Stop TOOL_CALLS = new Stop(StopReason.LIMIT, Limit.TOOL_CALLS);
}
