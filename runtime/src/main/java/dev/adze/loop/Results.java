package dev.adze.loop;

import dev.adze.approval.Decision;
import dev.adze.event.CallResult;
import dev.adze.event.ToolCallStatus;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.ToolResult;
import dev.adze.tool.ToolOutput;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of each way in which a call can end. */
final class Results {
  /** Who decides where nobody else has. */
  static final String RUN = "run";

  private static final String APPROVER = "approver";

  private Results() {}

  /** A call whose check found that it cannot run. */
  static CallResult rejected(CallState call) {
    Preparation preparation = call.preparation();
    if (preparation instanceof Preparation.UnknownTool unknown) {
      String text = ModelTexts.unknownTool(call.call().name(), unknown.known());
      return refused(call, ToolCallStatus.UNKNOWN_TOOL, text);
    }
    if (preparation instanceof Preparation.Faulty faulty) {
      return refused(call, ToolCallStatus.INVALID, faulty.faults());
    }
    if (preparation instanceof Preparation.Broken broken) {
      return notStarted(call, ToolCallStatus.ERROR, ModelTexts.threw(broken.failure()));
    }
    throw new IllegalStateException("Only a call that cannot run is rejected: " + call);
  }

  static CallResult denied(CallState call, String reason, String decidedBy) {
    boolean byApprover = decidedBy.equals(APPROVER);
    return refused(
        call, ToolCallStatus.DENIED, ModelTexts.denied(reason, byApprover, call.starts() > 0));
  }

  /** A call that may not run; one that had begun in an earlier leg may not go on. */
  private static CallResult refused(CallState call, ToolCallStatus status, String why) {
    return call.starts() == 0
        ? notStarted(call, status, why)
        : notStarted(call, ToolCallStatus.CANCELLED, ModelTexts.notGoingOn(why));
  }

  /**
   * A call that is not at work when it is stopped.
   *
   * @param begun whether it has been at work before, in this leg or an earlier one
   */
  static CallResult stopped(Move move, CallState call, boolean begun) {
    return begun
        ? notStarted(call, stoppedStatus(call), ModelTexts.stoppedMidway(stopped(move, call)))
        : notStarted(call, ToolCallStatus.CANCELLED, ModelTexts.notStarted(move.stop));
  }

  static CallResult beyondLimit(Move move, CallState call) {
    int limit = move.setup.limits().maxToolCalls().orElseThrow();
    return notStarted(call, ToolCallStatus.CANCELLED, ModelTexts.beyondLimit(limit));
  }

  /** A call that may be made, by the provider. */
  static CallResult leftToProvider(CallState call) {
    return ended(call, ToolCallStatus.SUCCESS, ToolOutput.of(""), Duration.ZERO);
  }

  /** A call whose process ended while its tool ran. */
  static CallResult interrupted(CallState call) {
    return notStarted(call, ToolCallStatus.INTERRUPTED, ModelTexts.INTERRUPTED);
  }

  static CallResult abandoned(Move move, CallState call, Duration running) {
    ToolCallStatus status = stoppedStatus(call);
    ToolOutput output = ToolOutput.error(ModelTexts.abandoned(stopped(move, call)));
    Duration worked = call.waits().worked(running);
    return new CallResult(call.call(), call.arguments(), status, output, worked, true);
  }

  /**
   * What a tool came back with. One that returns normally although it was told to stop did its
   * work.
   */
  static CallResult finished(Move move, CallState call, ToolFinished finished) {
    Outcome outcome = finished.outcome();
    Duration worked = call.waits().worked(finished.duration());
    if (outcome instanceof Outcome.Returned returned) {
      return ended(call, status(returned.output()), returned.output(), worked);
    }
    if (outcome instanceof Outcome.Threw threw) {
      String text = ModelTexts.threw(threw.failure());
      return call.overTime() || move.stop != null
          ? ended(
              call,
              stoppedStatus(call),
              ModelTexts.stoppedWhileRunning(stopped(move, call), text),
              worked)
          : ended(call, ToolCallStatus.ERROR, text, worked);
    }
    boolean begun = outcome instanceof Outcome.Suspended || call.starts() > 1;
    return stopped(move, call, begun);
  }

  private static ToolCallStatus stoppedStatus(CallState call) {
    return call.overTime() ? ToolCallStatus.TIMEOUT : ToolCallStatus.CANCELLED;
  }

  private static String stopped(Move move, CallState call) {
    return call.overTime()
        ? ModelTexts.overTime(Timing.toolLimit(move, call).orElse(Duration.ZERO))
        : ModelTexts.stopped(move.stop);
  }

  private static ToolCallStatus status(ToolOutput output) {
    return switch (output.status()) {
      case SUCCESS -> ToolCallStatus.SUCCESS;
      case ERROR -> ToolCallStatus.ERROR;
      case CANCELLED -> ToolCallStatus.CANCELLED;
    };
  }

  private static CallResult notStarted(CallState call, ToolCallStatus status, String text) {
    return ended(call, status, text, Duration.ZERO);
  }

  private static CallResult ended(
      CallState call, ToolCallStatus status, String text, Duration duration) {
    return ended(call, status, ToolOutput.error(text), duration);
  }

  private static CallResult ended(
      CallState call, ToolCallStatus status, ToolOutput output, Duration duration) {
    return new CallResult(call.call(), call.arguments(), status, output, duration, false);
  }

  /** The exception that a call's complete event carries. */
  static Optional<Throwable> error(@Nullable Preparation preparation) {
    return preparation instanceof Preparation.Broken broken
        ? Optional.ofNullable(broken.failure().error())
        : Optional.empty();
  }

  /** The exception that a call's complete event carries. */
  static Optional<Throwable> error(Outcome outcome) {
    return outcome instanceof Outcome.Threw threw
        ? Optional.ofNullable(threw.failure().error())
        : Optional.empty();
  }

  /** Whatever is not a clear yes is a no. */
  static Decision decision(Answer answer) {
    if (answer instanceof Answer.Decided decided) {
      return decided.decision();
    }
    if (answer instanceof Answer.ApproverFailed failed) {
      return Decision.deny(ModelTexts.approverFailed(failed.exceptionType()));
    }
    if (answer instanceof Answer.OverTime over) {
      return Decision.deny(ModelTexts.undecided(over.limit()));
    }
    return Decision.deny(
        answer instanceof Answer.NobodyToAsk ? ModelTexts.NOBODY_TO_ASK : ModelTexts.NO_DECISION);
  }

  static String decidedBy(Answer answer) {
    return answer instanceof Answer.Decided ? APPROVER : RUN;
  }

  /** The result as the model reads it. */
  static ToolResult asRead(CallState call, CallResult result) {
    String observation = result.output().observation();
    String read =
        call.edited() == null || call.starts() == 0
            ? observation
            : ModelTexts.ranWith(result.arguments(), observation);
    return new ToolResult(
        result.call().id(),
        result.call().name(),
        ModelTexts.cut(read),
        result.status() != ToolCallStatus.SUCCESS,
        result.output().attachments());
  }
}
