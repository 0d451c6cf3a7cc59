package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Grant;
import dev.adze.event.RunResult;
import dev.adze.event.StopReason;
import dev.adze.loop.Progress.Phase;
import dev.adze.loop.Progress.SessionPlace;
import java.util.List;
import java.util.Optional;

/** How far a run has come. Immutable; what is in it is the loop's own business. */
public final class RunState {
  final Progress at;

  private RunState(Progress at) {
    this.at = at;
  }

  RunState(Move move) {
    this(new Progress(move));
  }

  /**
   * {@return a run that has not begun}
   *
   * @param setup what the run is made of
   */
  public static RunState of(RunSetup setup) {
    return new RunState(new Progress(setup));
  }

  /**
   * Reads a state that nobody vouches for. When it is resumed, what was decided in it is dropped
   * and asked for again, and it takes no decisions: who knows what they would be of. A text that
   * has never been out of the program's own hands is as good as a sealed one, and may be {@link
   * #trusted}.
   *
   * @param json what {@link #toJson()} gave, in this version or an earlier one
   * @return the state, equal to the one that was written
   * @throws IllegalArgumentException if it is something else, or was written by a newer version
   *     whose states this one does not understand
   */
  public static RunState fromJson(String json) {
    return StateJson.read(json);
  }

  /**
   * Reads a sealed state. It is what it was when it was sealed, decisions included.
   *
   * @param sealed what {@link #toJson(StateSeal)} gave, to the letter
   * @param seal with the key that it was sealed with
   * @return the state, equal to the one that was written
   * @throws IllegalArgumentException if it was changed since, was sealed with another key or not at
   *     all, or was written by a newer version whose states this one does not understand
   */
  public static RunState fromJson(String sealed, StateSeal seal) {
    return StateJson.read(seal.open(sealed)).trusted();
  }

  /**
   * {@return the state as JSON, in ASCII: everything that is needed to go on in another process
   * with the same agent} It holds the conversation, and no key, context object or exception.
   * Whoever can change it can change the run, which {@link #toJson(StateSeal)} prevents.
   */
  public String toJson() {
    return StateJson.write(this);
  }

  /**
   * {@return the state as JSON like {@link #toJson()}, sealed} It can be read by everyone, and
   * changed by nobody who lacks the key.
   *
   * @param seal with the key that it is to be opened with
   */
  public String toJson(StateSeal seal) {
    return seal.seal(toJson());
  }

  /**
   * {@return this state, with the caller vouching for every word of it: that nobody has changed it
   * since it was written} Whatever was approved in it runs without another question.
   */
  public RunState trusted() {
    Move move = new Move(this);
    move.trusted = true;
    move.calls.replaceAll(
        call -> call.inner() == null ? call : call.with(call.answer(), call.inner().trusted()));
    return new RunState(move);
  }

  /** {@return whether what was decided in it counts: it was sealed, or somebody vouches for it} */
  public boolean isTrusted() {
    return at.trusted;
  }

  /** {@return the id of the run} */
  public String runId() {
    return at.setup.runId();
  }

  /** {@return the name of the agent that the run began with} */
  public String agent() {
    return at.setup.agent();
  }

  /**
   * {@return the name of the agent whose turn it is: another one if the conversation was handed
   * over}
   */
  public String activeAgent() {
    return at.active;
  }

  /** {@return the id of the session that the run goes on with, if it has one} */
  public Optional<String> session() {
    return Optional.ofNullable(at.session).map(SessionPlace::id);
  }

  /** {@return which stretch of the run it is, from a start or a resume to a stop; from 1} */
  public int leg() {
    return at.leg;
  }

  /**
   * {@return how many inputs have led to this state: of two states of a run, the newer one has
   * more}
   */
  public long revision() {
    return at.revision;
  }

  /** {@return the number of the last event that was told by then} */
  public long sequence() {
    return at.sequence;
  }

  /**
   * {@return this state after an event of this number was told}
   *
   * @param number the event's number
   */
  public RunState withSequence(long number) {
    Move move = new Move(this);
    move.sequence = number;
    return new RunState(move);
  }

  /** {@return whether the run is under way, and does nothing but wait for approvals} */
  public boolean waitsForApproval() {
    return at.phase == Phase.CALLING && !RunClock.isRunning(at.phase, at.calls);
  }

  /**
   * {@return whether the leg is over: nothing is under way, and no input but a resume changes
   * anything}
   */
  public boolean ended() {
    return at.ended != null;
  }

  /**
   * {@return whether the run can be resumed: its process ended in the middle of it, or it stopped
   * for something that can be different another time} A run with an answer has nothing to go on
   * with; its messages can begin another one.
   */
  public boolean resumable() {
    if (at.phase == Phase.NEW || at.ended == null) {
      return at.phase != Phase.NEW;
    }
    return switch (at.ended) {
      case MAX_STEPS, LIMIT, CANCELLED, FAILED, AWAITING_APPROVAL -> true;
      case FINAL_OUTPUT, TRUNCATED, REFUSED, CONTENT_FILTERED -> false;
    };
  }

  /**
   * Refuses a setup that the run cannot go on with: one of another run or agent, or one in which an
   * agent is missing that the conversation was handed over to.
   *
   * @param next what the run is to go on with
   * @throws IllegalArgumentException with the reason
   */
  public void requireFit(RunSetup next) {
    Resuming.requireFit(this, next);
  }

  /**
   * {@return what comes out of a run that cannot go on from here: the failure, the conversation up
   * to now and what was used}
   *
   * @param failure why it cannot
   */
  public RunResult failed(Throwable failure) {
    return RunResult.builder(runId(), StopReason.FAILED)
        .failure(failure)
        .steps(at.steps)
        .messages(at.messages)
        .usage(at.usage)
        .build();
  }

  /**
   * {@return whether the run waits for a decision of a call}
   *
   * @param callId our id of the call
   */
  public boolean awaits(String callId) {
    return at.calls.stream()
        .anyMatch(call ->
            (call.call().id().equals(callId) && call.undecided()) || Nesting.awaits(call, callId));
  }

  /**
   * {@return the calls that wait for a decision, in the model's order, as an approver is asked of
   * them; those of inner agents in the place of the call that they run in}
   */
  public List<ApprovalRequest> pendingApprovals() {
    return at.calls.stream()
        .flatMap(call ->
            call.undecided()
                ? call.ready().stream()
                    .map(ready -> Approving.request(at.setup, at.active, call, ready))
                : Nesting.pending(call))
        .toList();
  }

  /** {@return what was granted in this run, or handed to it, and neither taken back nor dropped} */
  public List<Grant> grants() {
    return at.grants;
  }

  /**
   * {@return this state without a grant; the same if it has no such grant}
   *
   * @param grantId the grant's id
   */
  public RunState withoutGrant(String grantId) {
    Move move = new Move(this);
    move.revoke(grantId);
    return new RunState(move);
  }

  /** {@return this state without any grant} */
  public RunState withoutGrants() {
    Move move = new Move(this);
    move.grants = List.of();
    return new RunState(move);
  }

  @Override
  public String toString() {
    return "RunState["
        + at.setup.runId()
        + ", leg "
        + at.leg
        + ", step "
        + at.step
        + ", "
        + at.phase
        + "]";
  }
}
