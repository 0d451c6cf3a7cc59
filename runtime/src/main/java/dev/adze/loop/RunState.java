package dev.adze.loop;

import dev.adze.event.StepResult;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a run has come. Immutable; what is in it is the loop's own business. */
public final class RunState {
  enum Phase {
    NEW,
    /** A model call is under way. */
    ASKING,
    /** The calls of the response are under way. */
    CALLING,
    ENDED
  }

  final RunSetup setup;
  final Phase phase;
  final boolean cancelling;

  /** The highest number that the calls of earlier runs have in the conversation. */
  final int callNumbersUsed;

  final int step;

  /** How many model calls the step has taken, the current one included. */
  final int attempt;

  /** Whether the model has given an empty response in this step already. */
  final boolean wasEmpty;

  /** How often the provider has paused in this step. */
  final int pauses;

  /** What the step's responses have come to so far: a paused one, or the one whose calls run. */
  final @Nullable ModelResponse response;

  final List<CallState> calls;
  final List<Message> messages;
  final List<StepResult> steps;
  final Usage usage;

  private RunState(RunSetup setup) {
    this.setup = setup;
    this.phase = Phase.NEW;
    this.cancelling = false;
    this.callNumbersUsed = 0;
    this.step = 0;
    this.attempt = 0;
    this.wasEmpty = false;
    this.pauses = 0;
    this.response = null;
    this.calls = List.of();
    this.messages = List.of();
    this.steps = List.of();
    this.usage = Usage.NONE;
  }

  RunState(Move move) {
    this.setup = move.setup;
    this.phase = move.phase;
    this.cancelling = move.cancelling;
    this.callNumbersUsed = move.callNumbersUsed;
    this.step = move.step;
    this.attempt = move.attempt;
    this.wasEmpty = move.wasEmpty;
    this.pauses = move.pauses;
    this.response = move.response;
    this.calls = List.copyOf(move.calls);
    this.messages = move.messages;
    this.steps = move.steps;
    this.usage = move.usage;
  }

  /** A run that has not begun. */
  public static RunState of(RunSetup setup) {
    return new RunState(setup);
  }

  /** Whether the run is over. */
  public boolean ended() {
    return phase == Phase.ENDED;
  }

  @Override
  public String toString() {
    return "RunState[" + setup.runId() + ", step " + step + ", " + phase + "]";
  }
}
