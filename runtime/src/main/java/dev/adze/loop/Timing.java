package dev.adze.loop;

import dev.adze.loop.CallState.Phase;
import dev.adze.loop.Effect.Deadline;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.TimerFired;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * The timers of a run. Each name says what it is for and which try of it, so that one that went off
 * too late to be forgotten is not taken for another.
 */
final class Timing {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final String MODEL = "model:";
  private static final String MODEL_GRACE = "model-grace:";
  private static final String RETRY = "retry:";
  private static final String PREPARATION = "preparation:";
  private static final String EDIT = "edit:";
  private static final String APPROVAL = "approval:";
  private static final String TOOL = "tool:";
  private static final String OUTPUT = "output:";

  private Timing() {}

  static Optional<Deadline> ofModel(Move move) {
    return move.setup
        .timeouts()
        .modelCall()
        .map(limit -> new Deadline(MODEL + attempt(move), limit));
  }

  static Deadline ofPreparation(Move move, CallState call) {
    // A call can be checked twice in a leg: again when it was approved with other arguments.
    String prefix = call.edited() == null ? PREPARATION : EDIT;
    return new Deadline(prefix + call.call().id(), move.setup.timeouts().preparation());
  }

  static Deadline ofDecoding(Move move) {
    return new Deadline(OUTPUT + attempt(move), move.setup.timeouts().preparation());
  }

  static Optional<Deadline> ofApproval(Move move, ToolCall call) {
    return move.setup.timeouts().approval().map(limit -> new Deadline(APPROVAL + call.id(), limit));
  }

  static Optional<Deadline> ofTool(Move move, CallState call) {
    return toolLimit(move, call).map(limit -> new Deadline(TOOL + call.call().id(), limit));
  }

  static Optional<Duration> toolLimit(Move move, CallState call) {
    return call.tool().flatMap(ToolSpec::timeout).or(() -> move.setup.timeouts().tool());
  }

  /**
   * How long whatever was told to stop may take until it has stopped. A run within another one has
   * half as long, so that it is over before the outer run gives it up.
   */
  static Duration grace(Move move) {
    int depth = move.setup.parent().map(RunSetup.Parent::depth).orElse(0);
    return Duration.ofMillis(GRACE.toMillis() >> depth);
  }

  static String retry(Move move) {
    return RETRY + attempt(move);
  }

  static String modelGrace(Move move) {
    return MODEL_GRACE + attempt(move);
  }

  private static String attempt(Move move) {
    return move.step + "." + move.attempt;
  }

  static void fired(Move move, TimerFired fired) {
    String timer = fired.timer();
    if (timer.equals(RunClock.TIMER)) {
      RunClock.fired(move);
    } else if (timer.equals(MODEL + attempt(move))) {
      Retrying.overTime(move);
    } else if (timer.equals(modelGrace(move))) {
      Retrying.graceOver(move);
    } else if (timer.equals(retry(move))) {
      Retrying.due(move);
    } else if (timer.equals(OUTPUT + attempt(move))) {
      Outputs.overTime(move);
    } else if (timer.startsWith(PREPARATION)) {
      preparationOver(move, timer.substring(PREPARATION.length()), false);
    } else if (timer.startsWith(EDIT)) {
      preparationOver(move, timer.substring(EDIT.length()), true);
    } else if (timer.startsWith(APPROVAL)) {
      approvalOver(move, timer.substring(APPROVAL.length()));
    } else if (timer.startsWith(TOOL)) {
      toolOver(move, timer.substring(TOOL.length()));
    } else {
      graceOver(move, fired);
    }
  }

  private static void preparationOver(Move move, String callId, boolean edited) {
    int at = move.indexOf(callId, Phase.REQUESTED);
    if (at >= 0 && (move.calls.get(at).edited() != null) == edited) {
      move.ask(new Effect.CancelCall(callId));
    }
  }

  private static void approvalOver(Move move, String callId) {
    int at = move.indexOf(callId, Phase.AWAITING);
    if (at >= 0) {
      Duration limit = move.setup.timeouts().approval().orElseThrow();
      move.ask(new Effect.CancelCall(callId));
      Approving.answered(move, at, new Answer.OverTime(limit));
    }
  }

  /** Takes care that the time for which a tool waits for approvals does not count. */
  static void adjustTool(Move move, CallState call, Duration running) {
    String timer = TOOL + call.call().id();
    toolLimit(move, call)
        .ifPresent(limit -> {
          Duration left = limit.minus(call.waits().worked(running));
          move.ask(
              call.waits().now()
                  ? new Effect.CancelTimer(timer)
                  : new Effect.SetTimer(timer, left.isNegative() ? Duration.ZERO : left));
        });
  }

  private static void toolOver(Move move, String callId) {
    int at = move.indexOf(callId, Phase.STARTED);
    if (at >= 0 && move.calls.get(at).atWork() && move.stop == null) {
      move.calls.set(at, move.calls.get(at).overTimeNow());
      stopTool(move, callId);
    }
  }

  /** Tells a tool to stop, and waits for it for a while. */
  static void stopTool(Move move, String callId) {
    move.ask(new Effect.CancelCall(callId));
    move.ask(new Effect.SetTimer(callId, grace(move)));
  }

  private static void graceOver(Move move, TimerFired fired) {
    int at = move.indexOf(fired.timer(), Phase.STARTED);
    if (at >= 0) {
      CallState call = move.calls.get(at);
      Calls.complete(move, at, Results.abandoned(move, call, fired.running()), Optional.empty());
      Calls.advance(move);
    }
  }
}
