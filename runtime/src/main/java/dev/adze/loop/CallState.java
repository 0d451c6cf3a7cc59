package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.internal.JsonTexts;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.model.ToolCall;
import dev.adze.tool.ToolSpec;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of the current step and how far it has come.
 *
 * @param preparation what came of its check in this leg
 * @param before what was known of it in an earlier leg, when it has to be checked again
 * @param answer what was decided of it, before it is known whether that still holds
 * @param edited the arguments that it was approved with, in place of the model's
 * @param approved whether the checked arguments were approved
 * @param starts how often its tool was started, in all legs
 * @param overTime whether the tool was told to stop because its time is over
 * @param waits when the tool did nothing but wait for approvals
 * @param inner the run within it that waits for decisions, as long as it is not at work
 */
record CallState(
    ToolCall call,
    Phase phase,
    @Nullable Preparation preparation,
    Preparation.@Nullable Ready before,
    @Nullable Answer answer,
    @Nullable String edited,
    boolean approved,
    int starts,
    boolean overTime,
    Waits waits,
    @Nullable RunState inner,
    @Nullable CallResult result) {

  /** The way of a call; phases may be left out, and only another leg goes back to the first. */
  enum Phase {
    REQUESTED,
    PREPARED,
    AWAITING,
    /** The approver has put the decision off; another leg may bring it. */
    DEFERRED,
    DECIDED,
    STARTED,
    /** The run within it waits for decisions; another leg may bring them. */
    SUSPENDED,
    FINISHED
  }

  static CallState requested(ToolCall call) {
    return new CallState(
        call, Phase.REQUESTED, null, null, null, null, false, 0, false, Waits.NONE, null, null);
  }

  /**
   * The same call in another leg, to be checked again.
   *
   * @param given what was decided of it, if anything was
   * @param with the arguments that it was approved with, if it was with others
   */
  CallState again(@Nullable Answer given, @Nullable String with) {
    Change next = new Change(this, Phase.REQUESTED);
    next.preparation = null;
    next.before = ready().orElse(before);
    next.answer = given;
    next.edited = with;
    next.approved = false;
    next.overTime = false;
    next.waits = Waits.NONE;
    return next.done();
  }

  CallState prepared(Preparation outcome) {
    Change next = new Change(this, Phase.PREPARED);
    next.preparation = outcome;
    return next.done();
  }

  CallState awaiting() {
    return judged(Phase.AWAITING, false);
  }

  CallState deferred() {
    return judged(Phase.DEFERRED, false);
  }

  CallState decided(boolean byApproval) {
    return judged(Phase.DECIDED, byApproval);
  }

  /** From here on nothing counts that was known or decided earlier. */
  private CallState judged(Phase phase, boolean byApproval) {
    Change next = new Change(this, phase);
    next.before = null;
    next.answer = null;
    next.approved = byApproval;
    return next.done();
  }

  CallState started() {
    Change next = new Change(this, Phase.STARTED);
    next.starts++;
    next.inner = null;
    return next.done();
  }

  CallState overTimeNow() {
    Change next = new Change(this, phase);
    next.overTime = true;
    return next.done();
  }

  /** The same call, whose tool begins to wait for approvals or goes on. */
  CallState waiting(boolean begins, Duration running) {
    Change next = new Change(this, phase);
    next.waits = begins ? waits.begin(running) : waits.end(running);
    return next.done();
  }

  CallState finished(CallResult end) {
    Change next = new Change(this, Phase.FINISHED);
    next.before = null;
    next.answer = null;
    next.inner = null;
    next.result = end;
    return next.done();
  }

  /** The same call, whose tool has left off with a run within it that waits for decisions. */
  CallState suspended(RunState run) {
    Change next = new Change(this, Phase.SUSPENDED);
    next.waits = Waits.NONE;
    next.inner = run;
    return next.done();
  }

  /** The same call, that has been decided, or whose inner run has, before it goes on. */
  CallState with(@Nullable Answer given, @Nullable RunState run) {
    Change next = new Change(this, phase);
    next.answer = given;
    next.inner = run;
    return next.done();
  }

  boolean is(Phase other) {
    return phase == other;
  }

  Optional<Preparation.Ready> ready() {
    return preparation instanceof Preparation.Ready ready ? Optional.of(ready) : Optional.empty();
  }

  /** The arguments to check. */
  String given() {
    if (edited != null) {
      return edited;
    }
    return JsonTexts.saysNothing(call.arguments()) ? "{}" : call.arguments();
  }

  /** The checked arguments; empty as long as there are none. */
  String arguments() {
    return ready().map(Preparation.Ready::arguments).orElse("");
  }

  /** Whether it waits for a decision, now or in another leg. */
  boolean undecided() {
    return phase == Phase.AWAITING || phase == Phase.DEFERRED;
  }

  /** Whether its tool is at work, and does not only wait for approvals. */
  boolean atWork() {
    return phase == Phase.STARTED && !waits.now();
  }

  Optional<ToolSpec> tool() {
    return ready().map(Preparation.Ready::tool);
  }

  boolean sequential() {
    return tool().map(ToolSpec::sequential).orElse(false);
  }

  /** The same call in the making, in another phase; what is not set stays as it is. */
  private static final class Change {
    private final CallState from;
    private final Phase phase;
    private @Nullable Preparation preparation;
    private Preparation.@Nullable Ready before;
    private @Nullable Answer answer;
    private @Nullable String edited;
    private boolean approved;
    private int starts;
    private boolean overTime;
    private Waits waits;
    private @Nullable RunState inner;
    private @Nullable CallResult result;

    Change(CallState from, Phase phase) {
      this.from = from;
      this.phase = phase;
      this.preparation = from.preparation;
      this.before = from.before;
      this.answer = from.answer;
      this.edited = from.edited;
      this.approved = from.approved;
      this.starts = from.starts;
      this.overTime = from.overTime;
      this.waits = from.waits;
      this.inner = from.inner;
      this.result = from.result;
    }

    CallState done() {
      return new CallState(
          from.call,
          phase,
          preparation,
          before,
          answer,
          edited,
          approved,
          starts,
          overTime,
          waits,
          inner,
          result);
    }
  }
}
