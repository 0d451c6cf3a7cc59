package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.RunEvent;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.GivenUp;
import dev.adze.loop.LoopInput.NestedUsed;
import dev.adze.loop.LoopInput.NestedWaits;
import dev.adze.loop.LoopInput.Resumed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** What is waited for within a call. */
  static Stream<ApprovalRequest> pending(CallState call) {
    RunState inner = call.inner();
    return inner == null ? Stream.empty() : inner.pendingApprovals().stream();
  }

  /** Whether a decision of this call is waited for within another one. */
  static boolean awaits(CallState outer, String callId) {
    RunState inner = outer.inner();
    return inner != null && inner.awaits(callId);
  }

  /**
   * A call of a resumed run, with what was decided of the calls within it. If nobody vouches for
   * the state, nothing in it is taken for decided: who knows by whom.
   */
  static CallState goingOn(Move move, CallState call, Resumed resumed) {
    RunState inner = call.inner();
    if (inner == null) {
      return call;
    }
    int leg = move.setup.parent().map(RunSetup.Parent::leg).orElse(move.leg);
    return call.with(
        call.answer(),
        move.trusted ? decided(inner, leg, resumed.decisions()) : undecided(inner, leg));
  }

  private static RunState decided(RunState state, int leg, List<DecisionMade> decisions) {
    Move move = new Move(state);
    move.setup = move.setup.inLeg(leg);
    move.calls.replaceAll(call -> {
      RunState inner = call.inner();
      Optional<DecisionMade> own =
          decisions.stream()
              .filter(made -> call.undecided() && Approving.isOf(made, call))
              .findFirst();
      return call.with(
          own.map(DecisionMade::answer).orElse(call.answer()),
          inner == null ? null : decided(inner, leg, decisions));
    });
    return new RunState(move);
  }

  private static RunState undecided(RunState state, int leg) {
    Move move = new Move(state);
    move.setup = move.setup.inLeg(leg);
    move.trusted = true;
    move.grants = List.of();
    move.calls.replaceAll(call -> {
      if (call.is(Phase.FINISHED)) {
        return call;
      }
      RunState inner = call.inner();
      // What was at work has to be known as such, or it would be run as if it were new.
      CallState open = call.is(Phase.STARTED) ? call : call.again(null, null);
      return open.with(null, inner == null ? null : undecided(inner, leg));
    });
    return new RunState(move);
  }

  /**
   * Gives the calls within a call that will not go on their results, because nobody waits for its
   * run, and tells so.
   */
  static void close(Move move, RunState inner) {
    for (RunEvent event : RunLoop.apply(inner, new GivenUp(), Duration.ZERO).events()) {
      if (!(event instanceof ExecutionComplete)) {
        move.tell(event);
      }
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
