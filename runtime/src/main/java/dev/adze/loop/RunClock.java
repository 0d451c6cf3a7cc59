package dev.adze.loop;

import dev.adze.loop.CallState.Phase;
import java.time.Duration;
import java.util.List;

/**
 * The time that a run takes, counted while a model or a tool is at work and not while the run only
 * waits for approvals. Times come in with the inputs; a timer wakes the run when its limit is near.
 */
final class RunClock {
  static final String TIMER = "run";

  private RunClock() {}

  /** Counts the time since the last input. */
  static void advance(Move move, Duration age) {
    Duration passed = age.minus(move.age);
    if (!passed.isNegative()) {
      if (isRunning(move)) {
        move.worked = move.worked.plus(passed);
      }
      move.age = age;
    }
  }

  static boolean isRunning(Move move) {
    return isRunning(move.phase, move.calls);
  }

  static boolean isRunning(RunState.Phase phase, List<CallState> calls) {
    return switch (phase) {
      case ASKING, WAITING, DECODING -> true;
      case CALLING -> calls.stream().anyMatch(call -> call.is(Phase.REQUESTED) || call.atWork());
      case NEW, SUSPENDED, ENDED -> false;
    };
  }

  /** Sets the timer when the clock has begun to run, and forgets it when it has stopped. */
  static void adjustTimer(Move move, boolean wasRunning) {
    boolean runs = isRunning(move);
    if (runs && !wasRunning) {
      setTimer(move);
    } else if (wasRunning && !runs && move.setup.limits().maxTime().isPresent()) {
      move.ask(new Effect.CancelTimer(TIMER));
    }
  }

  /** The timer has gone off, which may be too early by what the clock did not count. */
  static void fired(Move move) {
    if (!isRunning(move) || move.stop != null) {
      return;
    }
    if (left(move).isZero()) {
      Stopping.now(move, Stop.TIME);
    } else {
      setTimer(move);
    }
  }

  private static void setTimer(Move move) {
    if (move.setup.limits().maxTime().isPresent()) {
      move.ask(new Effect.SetTimer(TIMER, left(move)));
    }
  }

  private static Duration left(Move move) {
    Duration left = move.setup.limits().maxTime().orElseThrow().minus(move.worked);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
