package dev.adze.loop;

import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.NestedUsed;
import dev.adze.loop.LoopInput.NestedWaits;

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

  /** Stops and starts the clock of a call. */
  static void waits(Move move, NestedWaits waits) {
    int at = move.indexOf(waits.callId(), Phase.STARTED);
    if (at < 0 || move.calls.get(at).waits().now() == waits.waits()) {
      return;
    }
    CallState call = move.calls.get(at).waiting(waits.waits(), waits.running());
    move.calls.set(at, call);
    if (move.stop == null && !call.overTime()) {
      Timing.adjustTool(move, call, waits.running());
    }
  }
}
