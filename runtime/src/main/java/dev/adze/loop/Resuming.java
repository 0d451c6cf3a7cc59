package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.event.ExecutionStart;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.Resumed;
import dev.adze.tool.ToolHints;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Going on in another leg, from wherever the state was when the last one ended. Nothing that was
 * under way then is under way now: the model is asked again, calls are checked again, and a tool
 * that was started is started again only if that does no harm.
 */
final class Resuming {
  private Resuming() {}

  static void resumed(Move move, Resumed resumed) {
    check(move, resumed);
    RunState.Phase before = move.phase;
    move.setup = resumed.setup();
    move.leg++;
    move.age = Duration.ZERO;
    move.ended = null;
    move.stop = null;
    move.stopAfterStep = false;
    move.tell(new ExecutionStart(move.header(), move.messages));
    switch (before) {
      case ASKING, WAITING -> Steps.askModel(move);
      case DECODING -> Outputs.judge(move, Objects.requireNonNull(move.response));
      case CALLING, SUSPENDED -> recover(move, resumed);
      case ENDED, NEW -> Steps.proceed(move);
    }
    // Whatever had to be asked for again has been.
    move.trusted = true;
  }

  private static void check(Move move, Resumed resumed) {
    RunState state = new RunState(move);
    if (!state.resumable()) {
      throw new IllegalStateException(
          "A run is resumed that was interrupted or can go on, but "
              + state.runId()
              + (move.ended == null ? " has not begun. Start it." : " ended with " + move.ended)
              + ".");
    }
    RunSetup setup = resumed.setup();
    if (!setup.runId().equals(state.runId()) || !setup.agent().equals(state.agent())) {
      throw new IllegalArgumentException(
          "A run is resumed as itself, with its own agent. The state is of run "
              + state.runId()
              + " of agent \""
              + state.agent()
              + "\", the setup of run "
              + setup.runId()
              + " of agent \""
              + setup.agent()
              + "\".");
    }
    // Throws if the agent whose turn it is has gone.
    setup.agent(state.activeAgent());
  }

  private static void recover(Move move, Resumed resumed) {
    move.phase = RunState.Phase.CALLING;
    for (int i = 0; i < move.calls.size(); i++) {
      CallState call = move.calls.get(i);
      if (call.is(Phase.STARTED) && !mayRunAgain(call)) {
        Calls.complete(move, i, Results.interrupted(call), Optional.empty());
      } else if (!call.is(Phase.FINISHED)) {
        move.calls.set(i, call.again(answer(move, call, resumed)));
        Calls.prepare(move, call.call());
      }
    }
    Calls.advance(move);
  }

  private static boolean mayRunAgain(CallState call) {
    ToolHints hints = call.tool().map(ToolSpec::hints).orElse(ToolHints.DEFAULTS);
    return hints.idempotent() || hints.readOnly();
  }

  /** What was decided: now, or in an earlier leg and not used yet. */
  private static @Nullable Answer answer(Move move, CallState call, Resumed resumed) {
    if (move.trusted && call.is(Phase.DECIDED) && call.approved()) {
      return new Answer.Decided(Decision.approve());
    }
    if (call.is(Phase.AWAITING) || call.is(Phase.DEFERRED)) {
      for (DecisionMade made : resumed.decisions()) {
        if (made.callId().equals(call.call().id())) {
          return made.answer();
        }
      }
    }
    return move.trusted ? call.answer() : null;
  }
}
