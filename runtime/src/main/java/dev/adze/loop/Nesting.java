package dev.adze.loop;

import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.NestedUsed;

/** Runs of other agents within calls of this one, with which it shares its limits. */
final class Nesting {
  private Nesting() {}

  /** Counts what an inner run has used, and stops this run if that is more than it may use. */
  static void used(Move move, NestedUsed used) {
    if (move.indexOf(used.callId(), Phase.STARTED) < 0) {
      return;
    }
    move.addUsage(used.usage());
    move.toolCalls += used.toolCalls();
    if (move.toolCalls > move.setup.limits().maxToolCalls().orElse(Integer.MAX_VALUE)) {
      Stopping.now(move, Stop.TOOL_CALLS);
    } else if (Steps.tokensAreUsedUp(move)) {
      Stopping.now(move, Stop.TOKENS);
    }
  }
}
