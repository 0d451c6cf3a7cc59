package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Grant;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a run has come. Immutable; what is in it is the loop's own business. */
public final class RunState {
  enum Phase {
    NEW,
    /** A model call is under way. */
    ASKING,
    /** A model call has failed, and another one waits for its time. */
    WAITING,
    /** The answer of the response is held against its type. */
    DECODING,
    /** The calls of the response are under way. */
    CALLING,
    /** Nothing is under way; calls of the response wait for decisions. */
    SUSPENDED,
    ENDED
  }

  /**
   * What the run has put into its session last.
   *
   * @param id of the session
   * @param at how many records were there before
   * @param from which message was the record's first
   * @param to which message comes after it
   */
  record SessionPlace(String id, long at, int from, int to) {}

  final RunSetup setup;

  /** Whether its decisions count: nobody can have changed it since they were made. */
  final boolean trusted;

  /** Counts the changes, so that an older state can be told from a newer one. */
  final long revision;

  /** The number of the last event that was told, as far as whoever tells them has noted it. */
  final long sequence;

  final int leg;
  final Phase phase;

  /** The name of the agent whose turn it is. */
  final String active;

  /** Why the run ended; null as long as it has not. */
  final @Nullable StopReason ended;

  /** Why it is being stopped; null as long as nothing stops it. */
  final @Nullable Stop stop;

  final boolean stopAfterStep;

  /** How old the leg was at the last input. */
  final Duration age;

  /** How long the run has been at work in all legs, waits for approval aside. */
  final Duration worked;

  /** The highest number that the calls of earlier runs have in the conversation. */
  final int callNumbersUsed;

  final int step;

  /** How long the run had worked when the step began. */
  final Duration stepBegan;

  /** How many model calls the step has taken, the current one included. */
  final int attempt;

  /** Whether the current model call was told to stop because its time is over. */
  final boolean modelOverTime;

  /** Whether the model has given an empty response in this step already. */
  final boolean wasEmpty;

  /** How often the provider has paused in this step. */
  final int pauses;

  /** How often the model was asked again for the current response. */
  final int retries;

  /** Whether the current response has broken off before, after it had begun. */
  final boolean broken;

  /** How often the model was told in this run that its answer cannot be used. */
  final int corrections;

  /** How many calls the model has asked for in this run. */
  final int toolCalls;

  /** What the step's responses have come to so far: a paused one, or the one whose calls run. */
  final @Nullable ModelResponse response;

  final Usage stepUsage;
  final List<CallState> calls;
  final List<Grant> grants;
  final List<Message> messages;

  /** Null if the run has no session. */
  final @Nullable SessionPlace session;

  final List<StepResult> steps;
  final Usage usage;

  private RunState(RunSetup setup) {
    this.setup = setup;
    this.trusted = true;
    this.revision = 0;
    this.sequence = 0;
    this.leg = 1;
    this.phase = Phase.NEW;
    this.active = setup.agent();
    this.ended = null;
    this.stop = null;
    this.stopAfterStep = false;
    this.age = Duration.ZERO;
    this.worked = Duration.ZERO;
    this.callNumbersUsed = 0;
    this.step = 0;
    this.stepBegan = Duration.ZERO;
    this.attempt = 0;
    this.modelOverTime = false;
    this.wasEmpty = false;
    this.pauses = 0;
    this.retries = 0;
    this.broken = false;
    this.corrections = 0;
    this.toolCalls = 0;
    this.response = null;
    this.stepUsage = Usage.NONE;
    this.calls = List.of();
    this.grants = setup.grants();
    this.messages = List.of();
    this.session = null;
    this.steps = List.of();
    this.usage = Usage.NONE;
  }

  RunState(Move move) {
    this.setup = move.setup;
    this.trusted = move.trusted;
    this.revision = move.revision;
    this.sequence = move.sequence;
    this.leg = move.leg;
    this.phase = move.phase;
    this.active = move.active;
    this.ended = move.ended;
    this.stop = move.stop;
    this.stopAfterStep = move.stopAfterStep;
    this.age = move.age;
    this.worked = move.worked;
    this.callNumbersUsed = move.callNumbersUsed;
    this.step = move.step;
    this.stepBegan = move.stepBegan;
    this.attempt = move.attempt;
    this.modelOverTime = move.modelOverTime;
    this.wasEmpty = move.wasEmpty;
    this.pauses = move.pauses;
    this.retries = move.retries;
    this.broken = move.broken;
    this.corrections = move.corrections;
    this.toolCalls = move.toolCalls;
    this.response = move.response;
    this.stepUsage = move.stepUsage;
    this.calls = List.copyOf(move.calls);
    this.grants = move.grants;
    this.messages = move.messages;
    this.session = move.session;
    this.steps = move.steps;
    this.usage = move.usage;
  }

  /**
   * {@return a run that has not begun}
   *
   * @param setup what the run is made of
   */
  public static RunState of(RunSetup setup) {
    return new RunState(setup);
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
    return trusted;
  }

  /** {@return the id of the run} */
  public String runId() {
    return setup.runId();
  }

  /** {@return the name of the agent that the run began with} */
  public String agent() {
    return setup.agent();
  }

  /**
   * {@return the name of the agent whose turn it is: another one if the conversation was handed
   * over}
   */
  public String activeAgent() {
    return active;
  }

  /** {@return the id of the session that the run goes on with, if it has one} */
  public Optional<String> session() {
    return Optional.ofNullable(session).map(SessionPlace::id);
  }

  /** {@return which stretch of the run it is, from a start or a resume to a stop; from 1} */
  public int leg() {
    return leg;
  }

  /**
   * {@return how many inputs have led to this state: of two states of a run, the newer one has
   * more}
   */
  public long revision() {
    return revision;
  }

  /** {@return the number of the last event that was told by then} */
  public long sequence() {
    return sequence;
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
    return phase == Phase.CALLING && !RunClock.isRunning(phase, calls);
  }

  /**
   * {@return whether the leg is over: nothing is under way, and no input but a resume changes
   * anything}
   */
  public boolean ended() {
    return ended != null;
  }

  /**
   * {@return whether the run can be resumed: its process ended in the middle of it, or it stopped
   * for something that can be different another time} A run with an answer has nothing to go on
   * with; its messages can begin another one.
   */
  public boolean resumable() {
    if (phase == Phase.NEW || ended == null) {
      return phase != Phase.NEW;
    }
    return switch (ended) {
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
   * {@return whether the run waits for a decision of a call}
   *
   * @param callId our id of the call
   */
  public boolean awaits(String callId) {
    return calls.stream()
        .anyMatch(call ->
            (call.call().id().equals(callId) && call.undecided()) || Nesting.awaits(call, callId));
  }

  /**
   * {@return the calls that wait for a decision, in the model's order, as an approver is asked of
   * them; those of inner agents in the place of the call that they run in}
   */
  public List<ApprovalRequest> pendingApprovals() {
    return calls.stream()
        .flatMap(call ->
            call.undecided()
                ? call.ready().stream().map(ready -> Approving.request(setup, active, call, ready))
                : Nesting.pending(call))
        .toList();
  }

  /** {@return what was granted in this run, or handed to it, and neither taken back nor dropped} */
  public List<Grant> grants() {
    return grants;
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
    return "RunState[" + setup.runId() + ", leg " + leg + ", step " + step + ", " + phase + "]";
  }
}
