package dev.adze.loop;

import dev.adze.approval.Grant;
import dev.adze.event.StepResult;
import dev.adze.event.StopReason;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a run between two inputs. Immutable. */
final class Progress {
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

  Progress(RunSetup setup) {
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

  Progress(Move move) {
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
}
