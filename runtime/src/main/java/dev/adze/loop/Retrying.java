package dev.adze.loop;

import dev.adze.event.ResponseDiscarded;
import dev.adze.loop.LoopInput.ModelFailed;
import dev.adze.loop.LoopInput.Received;
import dev.adze.loop.RunState.Phase;
import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import java.time.Duration;

/** What a failed model call means for the run: another one, a correction, or the end. */
final class Retrying {
  private Retrying() {}

  static void failed(Move move, ModelFailed failed) {
    if (move.phase != Phase.ASKING || move.attempt != failed.attempt()) {
      return;
    }
    if (move.stop != null) {
      Stopping.modelLetGo(move);
      return;
    }
    Throwable error = failed.error();
    if (move.modelOverTime) {
      move.ask(new Effect.CancelTimer(Timing.modelGrace(move)));
      error = overTimeError(move);
    }
    if (error instanceof ModelException known) {
      judge(move, failed, known);
    } else {
      Steps.fail(move, error);
    }
  }

  private static void judge(Move move, ModelFailed failed, ModelException error) {
    if (error.kind() == Kind.TOOL_USE_FAILED) {
      discard(move, failed);
      Correcting.again(move, ModelTexts.unreadableCall(error));
    } else if (mayRetry(move, failed, error)) {
      retry(move, failed, error);
    } else {
      Steps.fail(move, error);
    }
  }

  private static boolean mayRetry(Move move, ModelFailed failed, ModelException error) {
    RetryPolicy policy = move.setup.retries();
    boolean passes =
        switch (error.kind()) {
          case RATE_LIMIT, OVERLOADED, SERVER, NETWORK, TIMEOUT, PROTOCOL -> true;
          default -> false;
        };
    return passes
        && move.retries < policy.maxRetries()
        && failed.received() != Received.PROVIDER_TOOL
        && !(failed.received() == Received.CONTENT && move.broken)
        && retryAfter(error).compareTo(policy.maxRetryAfter()) <= 0;
  }

  private static void retry(Move move, ModelFailed failed, ModelException error) {
    move.retries++;
    move.broken |= failed.received() == Received.CONTENT;
    discard(move, failed);
    Duration own = move.setup.retries().delay(move.retries, spread(move));
    Duration asked = retryAfter(error);
    move.phase = Phase.WAITING;
    move.ask(new Effect.SetTimer(Timing.retry(move), own.compareTo(asked) < 0 ? asked : own));
  }

  private static void discard(Move move, ModelFailed failed) {
    if (failed.received() != Received.NOTHING) {
      move.tell(new ResponseDiscarded(move.header(), failed.attempt(), failed.text()));
    }
  }

  private static Duration retryAfter(ModelException error) {
    return error.retryAfter().orElse(Duration.ZERO);
  }

  /**
   * A number from 0 to 1 that is the same in every replay and differs from run to run, so that runs
   * that failed together do not come back together.
   */
  private static double spread(Move move) {
    long mixed = move.setup.runId().hashCode() * 31L + move.step * 1_009L + move.attempt;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return (mixed >>> 11) * 0x1p-53;
  }

  /** The wait before a retry is over. */
  static void due(Move move) {
    if (move.phase == Phase.WAITING) {
      Steps.askModel(move);
    }
  }

  /** The model call has taken its time. */
  static void overTime(Move move) {
    if (move.phase == Phase.ASKING && move.stop == null && !move.modelOverTime) {
      move.modelOverTime = true;
      stopModel(move);
    }
  }

  static void stopModel(Move move) {
    move.ask(new Effect.CancelModel(move.attempt));
    move.ask(new Effect.SetTimer(Timing.modelGrace(move), Timing.grace(move)));
  }

  /** The model call was told to stop and has not; it is left behind. */
  static void graceOver(Move move) {
    if (move.phase != Phase.ASKING) {
      return;
    }
    if (move.stop != null) {
      Steps.abort(move);
    } else if (move.modelOverTime) {
      Steps.fail(move, overTimeError(move));
    }
  }

  private static ModelException overTimeError(Move move) {
    Duration limit = move.setup.timeouts().modelCall().orElse(Duration.ZERO);
    return ModelException.builder(
            Kind.TIMEOUT,
            "A model call may take " + ModelTexts.seconds(limit) + ", but this one took longer.")
        .build();
  }
}
