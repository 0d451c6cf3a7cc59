package dev.adze.loop;

import dev.adze.loop.LoopInput.CancelRequested;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.ModelAnswered;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.Start;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.loop.LoopInput.ToolFinished;

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
   * @throws IllegalStateException if a run is started that has been started before
   */
  public static Transition apply(RunState state, LoopInput input) {
    Move move = new Move(state);
    if (input instanceof Start start) {
      Steps.start(move, start);
    } else if (input instanceof ModelAnswered answered) {
      Answers.answered(move, answered);
    } else if (input instanceof ModelFailed failed) {
      Answers.failed(move, failed);
    } else if (input instanceof Prepared prepared) {
      Calls.prepared(move, prepared);
    } else if (input instanceof DecisionMade made) {
      Calls.decided(move, made);
    } else if (input instanceof ToolFinished finished) {
      Calls.finished(move, finished);
    } else if (input instanceof TimerFired fired) {
      Cancelling.timerFired(move, fired);
    } else if (input instanceof CancelRequested) {
      Cancelling.requested(move);
    }
    return move.done();
  }
}
