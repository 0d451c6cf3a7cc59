package dev.adze.loop;

import dev.adze.event.StopReason;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.TimerFired;
import java.time.Duration;
import java.util.Optional;

/**
 * Stopping now, wherever the run stands. What has not started is over at once; a model call and
 * tools are told to stop and waited for, as long as the grace lasts.
 */
final class Cancelling {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final String MODEL_TIMER = "model";

  private Cancelling() {}

  static void requested(Move move) {
    if (move.cancelling) {
      return;
    }
    switch (move.phase) {
      case NEW -> move.cancelling = true;
      case ASKING -> {
        move.cancelling = true;
        move.ask(new Effect.CancelModel(move.attempt));
        move.ask(new Effect.SetTimer(MODEL_TIMER, GRACE));
      }
      case CALLING -> {
        move.cancelling = true;
        for (int i = 0; i < move.calls.size(); i++) {
          stopCall(move, i);
        }
        Calls.advance(move);
      }
      case ENDED -> {}
    }
  }

  private static void stopCall(Move move, int at) {
    CallState call = move.calls.get(at);
    String id = call.call().id();
    switch (call.phase()) {
      case STARTED -> {
        move.ask(new Effect.CancelCall(id));
        move.ask(new Effect.SetTimer(id, GRACE));
      }
      case REQUESTED, PREPARED, AWAITING, DECIDED -> {
        move.ask(new Effect.CancelCall(id));
        Calls.complete(move, at, Results.cancelledBeforeStart(call), Optional.empty());
      }
      case FINISHED -> {}
    }
  }

  /** The cancelled model call has come back, with whatever. */
  static void modelLetGo(Move move) {
    move.ask(new Effect.CancelTimer(MODEL_TIMER));
    Steps.stop(move, StopReason.CANCELLED);
  }

  static void timerFired(Move move, TimerFired fired) {
    if (!move.cancelling) {
      return;
    }
    if (move.phase == RunState.Phase.ASKING && fired.timer().equals(MODEL_TIMER)) {
      Steps.stop(move, StopReason.CANCELLED);
      return;
    }
    int at = move.indexOf(fired.timer(), Phase.STARTED);
    if (at >= 0) {
      CallState call = move.calls.get(at);
      Calls.complete(move, at, Results.abandoned(call, fired.running()), Optional.empty());
      Calls.advance(move);
    }
  }
}
