package dev.adze.loop;

import dev.adze.loop.LoopInput.CancelRequested;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.GivenUp;
import dev.adze.loop.LoopInput.GrantGiven;
import dev.adze.loop.LoopInput.GrantRevoked;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.NestedUsed;
import dev.adze.loop.LoopInput.NestedWaits;
import dev.adze.loop.LoopInput.NotKept;
import dev.adze.loop.LoopInput.OutputDecoded;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.Resumed;
import dev.adze.loop.LoopInput.Start;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.loop.LoopInput.ToolFinished;
import java.time.Duration;

/**
 * The run's one function. It is pure: the same state and input give the same transition, in every
 * process.
 */
public final class RunLoop {
  private RunLoop() {}

  /**
   * Moves a run on.
   *
   * @param state where the run stands
   * @param input what happened to it
   * @param age how long ago the current leg was started, when it happened; for {@link Resumed},
   *     which starts one, zero
   * @return where the run stands now, what there is to tell, and what there is to do
   * @throws IllegalStateException if a run is started that has been started before, or resumed that
   *     cannot be
   * @throws IllegalArgumentException if it is resumed with what belongs to another run
   */
  public static Transition apply(RunState state, LoopInput input, Duration age) {
    Move move = new Move(state);
    if (input instanceof Resumed resumed) {
      Resuming.resumed(move, resumed);
      RunClock.adjustTimer(move, false);
      return move.done();
    }
    RunClock.advance(move, age);
    boolean wasRunning = RunClock.isRunning(move);
    dispatch(move, input);
    RunClock.adjustTimer(move, wasRunning);
    return move.done();
  }

  private static void dispatch(Move move, LoopInput input) {
    if (input instanceof Start start) {
      Steps.start(move, start);
    } else if (input instanceof ModelAnswered answered) {
      Answers.answered(move, answered);
    } else if (input instanceof ModelFailed failed) {
      Retrying.failed(move, failed);
    } else if (input instanceof Prepared prepared) {
      Calls.prepared(move, prepared);
    } else if (input instanceof DecisionMade made) {
      Approving.decided(move, made);
    } else if (input instanceof GrantGiven given) {
      move.addGrant(given.grant());
    } else if (input instanceof GrantRevoked revoked) {
      move.revoke(revoked.grantId());
    } else if (input instanceof ToolFinished finished) {
      Calls.finished(move, finished);
    } else if (input instanceof NestedUsed used) {
      Nesting.used(move, used);
    } else if (input instanceof NestedWaits waits) {
      Nesting.waits(move, waits);
    } else if (input instanceof OutputDecoded decoded) {
      Outputs.decoded(move, decoded);
    } else if (input instanceof TimerFired fired) {
      Timing.fired(move, fired);
    } else if (input instanceof CancelRequested cancel) {
      Stopping.requested(move, cancel);
    } else if (input instanceof NotKept) {
      Stopping.notKept(move);
    } else if (input instanceof GivenUp) {
      Stopping.givenUp(move);
    }
  }
}
