package dev.adze.loop;

import dev.adze.loop.LoopInput.CancelRequested;
import java.time.Duration;
import java.util.Optional;

/**
 * Stopping now, wherever the run stands. What has not started is over at once; a model call and
 * tools are told to stop and waited for, as long as the grace lasts.
 */
final class Stopping {
  private Stopping() {}

  static void requested(Move move, CancelRequested cancel) {
    // A run that has not begun has no step to come to its end.
    if (cancel.afterStep() && move.phase != Progress.Phase.NEW) {
      move.stopAfterStep = move.stopAfterStep || move.ended == null;
    } else {
      now(move, Stop.CANCELLED);
    }
  }

  /** Nobody can decide later what nobody will find: calls that were to wait get results too. */
  static void notKept(Move move) {
    if (move.phase == Progress.Phase.SUSPENDED) {
      move.phase = Progress.Phase.CALLING;
      move.ended = null;
    }
    now(move, Stop.CANCELLED);
  }

  /** Waits for nothing that was told to stop. */
  static void givenUp(Move move) {
    notKept(move);
    if (move.phase == Progress.Phase.ASKING) {
      Steps.abort(move);
    } else if (move.phase == Progress.Phase.CALLING) {
      for (int i = 0; i < move.calls.size(); i++) {
        CallState call = move.calls.get(i);
        if (call.is(CallState.Phase.STARTED)) {
          Calls.complete(move, i, Results.abandoned(move, call, Duration.ZERO), Optional.empty());
        }
      }
      Calls.advance(move);
    }
  }

  static void now(Move move, Stop stop) {
    if (move.stop != null || move.ended != null) {
      return;
    }
    move.stop = stop;
    switch (move.phase) {
      case ASKING -> {
        if (!move.modelOverTime) {
          Retrying.stopModel(move);
        }
      }
      case WAITING -> {
        move.ask(new Effect.CancelTimer(Timing.retry(move)));
        Steps.abort(move);
      }
      case DECODING -> Outputs.stop(move);
      case CALLING -> {
        for (int i = 0; i < move.calls.size(); i++) {
          stopCall(move, i);
        }
        Calls.advance(move);
      }
      case NEW, SUSPENDED, ENDED -> {}
    }
  }

  private static void stopCall(Move move, int at) {
    CallState call = move.calls.get(at);
    String id = call.call().id();
    switch (call.phase()) {
      case STARTED -> {
        if (!call.overTime()) {
          Timing.stopTool(move, id);
        }
      }
      case REQUESTED, PREPARED, AWAITING, DEFERRED, DECIDED, SUSPENDED -> {
        move.ask(new Effect.CancelCall(id));
        Calls.complete(move, at, Results.stopped(move, call, call.starts() > 0), Optional.empty());
      }
      case FINISHED -> {}
    }
  }

  /** The model call that was told to stop has come back, with whatever. */
  static void modelLetGo(Move move) {
    move.ask(new Effect.CancelTimer(Timing.modelGrace(move)));
    Steps.abort(move);
  }
}
