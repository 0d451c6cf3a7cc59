package dev.adze.loop;

import dev.adze.event.CallResult;
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
    Preparation.@Nullable Ready known = ready().orElse(before);
    return new CallState(
        call,
        Phase.REQUESTED,
        null,
        known,
        given,
        with,
        false,
        starts,
        false,
        Waits.NONE,
        inner,
        null);
  }

  CallState prepared(Preparation outcome) {
    return new CallState(
        call,
        Phase.PREPARED,
        outcome,
        before,
        answer,
        edited,
        false,
        starts,
        false,
        Waits.NONE,
        inner,
        null);
  }

  CallState awaiting() {
    return with(Phase.AWAITING, false);
  }

  CallState deferred() {
    return with(Phase.DEFERRED, false);
  }

  CallState decided(boolean byApproval) {
    return with(Phase.DECIDED, byApproval);
  }

  CallState started() {
    return new CallState(
        call,
        Phase.STARTED,
        preparation,
        null,
        null,
        edited,
        approved,
        starts + 1,
        false,
        Waits.NONE,
        null,
        null);
  }

  CallState overTimeNow() {
    return new CallState(
        call, phase, preparation, null, null, edited, approved, starts, true, waits, null, null);
  }

  /** The same call, whose tool begins to wait for approvals or goes on. */
  CallState waiting(boolean begins, Duration running) {
    Waits next = begins ? waits.begin(running) : waits.end(running);
    return new CallState(
        call, phase, preparation, null, null, edited, approved, starts, overTime, next, null, null);
  }

  CallState finished(CallResult end) {
    return new CallState(
        call,
        Phase.FINISHED,
        preparation,
        null,
        null,
        edited,
        approved,
        starts,
        overTime,
        waits,
        null,
        end);
  }

  /** The same call, whose tool has left off with a run within it that waits for decisions. */
  CallState suspended(RunState run) {
    return new CallState(
        call,
        Phase.SUSPENDED,
        preparation,
        null,
        null,
        edited,
        approved,
        starts,
        false,
        Waits.NONE,
        run,
        null);
  }

  /** The same call, that has been decided, or whose inner run has, before it goes on. */
  CallState with(@Nullable Answer given, @Nullable RunState run) {
    return new CallState(
        call,
        phase,
        preparation,
        before,
        given,
        edited,
        approved,
        starts,
        overTime,
        waits,
        run,
        result);
  }

  private CallState with(Phase next, boolean byApproval) {
    return new CallState(
        call,
        next,
        preparation,
        null,
        null,
        edited,
        byApproval,
        starts,
        false,
        Waits.NONE,
        inner,
        null);
  }

  boolean is(Phase other) {
    return phase == other;
  }

  Optional<Preparation.Ready> ready() {
    return preparation instanceof Preparation.Ready ready ? Optional.of(ready) : Optional.empty();
  }

  /** The arguments to check: models write nothing at all where they mean none. */
  String given() {
    if (edited != null) {
      return edited;
    }
    return call.arguments().isBlank() ? "{}" : call.arguments();
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
}
