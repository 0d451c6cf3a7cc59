package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.Limit;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepResult;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState.Phase;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import dev.adze.model.Usage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The frame of a run: its start, its steps one after the other, and its end. */
final class Steps {
  private Steps() {}

  static void start(Move move, LoopInput.Start start) {
    if (move.phase != Phase.NEW) {
      throw new IllegalStateException(
          "A run is started once, but " + move.setup.runId() + " was started before.");
    }
    move.messages = start.messages();
    move.callNumbersUsed = CallIds.highestNumber(start.messages());
    move.tell(new ExecutionStart(move.header(), start.messages()));
    Appending.start(move, start.session());
    if (move.stop != null) {
      stopAsAsked(move);
    } else {
      next(move);
    }
  }

  private static void next(Move move) {
    move.step++;
    move.stepBegan = move.worked;
    move.stepUsage = Usage.NONE;
    move.attempt = 0;
    move.wasEmpty = false;
    move.pauses = 0;
    move.response = null;
    move.calls = List.of();
    move.tell(new StepStart(move.header()));
    askForResponse(move);
  }

  /** Asks the model for another response of the step, unless its tokens are used up. */
  static void askAgain(Move move) {
    if (tokensAreUsedUp(move)) {
      completeWithout(move);
      stop(move, StopReason.LIMIT, Limit.TOKENS);
    } else {
      askForResponse(move);
    }
  }

  private static void askForResponse(Move move) {
    move.retries = 0;
    move.broken = false;
    askModel(move);
  }

  /** Asks the model, for the first time or again. */
  static void askModel(Move move) {
    move.attempt++;
    move.modelOverTime = false;
    move.phase = Phase.ASKING;
    ModelResponse paused = move.response;
    List<Message> conversation =
        paused == null ? move.messages : Move.with(move.messages, paused.message());
    move.ask(
        new Effect.CallModel(
            move.header(), move.attempt, conversation, CallIds.prefix(move), Timing.ofModel(move)));
  }

  /** Ends a step whose calls are all complete. */
  static void complete(Move move, @Nullable ModelResponse response, List<CallResult> calls) {
    StepResult result =
        StepResult.builder(move.step)
            .attempts(move.attempt)
            .response(response)
            .calls(calls)
            .usage(move.stepUsage)
            .duration(move.worked.minus(move.stepBegan))
            .build();
    move.addStep(result);
    move.calls = List.of();
    move.response = null;
    move.tell(new StepComplete(move.header(), result));
    Appending.append(move);
  }

  /** Ends a step in which the model has said nothing that counts. */
  static void completeWithout(Move move) {
    complete(move, null, List.of());
  }

  /** Goes on after a step whose results are in the conversation. */
  static void proceed(Move move) {
    RunLimits limits = move.setup.limits();
    if (move.stop != null) {
      stopAsAsked(move);
    } else if (move.stopAfterStep) {
      stop(move, StopReason.CANCELLED);
    } else if (move.toolCalls > limits.maxToolCalls().orElse(Integer.MAX_VALUE)) {
      stop(move, StopReason.LIMIT, Limit.TOOL_CALLS);
    } else if (tokensAreUsedUp(move)) {
      stop(move, StopReason.LIMIT, Limit.TOKENS);
    } else if (move.corrections > limits.maxCorrections()) {
      stop(move, StopReason.LIMIT, Limit.CORRECTIONS);
    } else if (move.step >= limits.maxSteps()) {
      stop(move, StopReason.MAX_STEPS);
    } else {
      next(move);
    }
  }

  static boolean tokensAreUsedUp(Move move) {
    return move.usage.totalTokens() >= move.setup.limits().maxTokens().orElse(Long.MAX_VALUE);
  }

  /** Ends a step, and the run, because something stops them in the middle of it. */
  static void abort(Move move) {
    completeWithout(move);
    stopAsAsked(move);
  }

  private static void stopAsAsked(Move move) {
    Stop stop = Objects.requireNonNull(move.stop);
    stop(move, stop.reason(), stop.limit());
  }

  static void stop(Move move, StopReason reason) {
    stop(move, reason, null);
  }

  static void stop(Move move, StopReason reason, @Nullable Limit limit) {
    finish(move, reason, RunResult.builder(move.setup.runId(), reason).limit(limit));
  }

  static void answer(Move move, String text) {
    move.tell(new FinalOutput(move.header(), text));
    StopReason reason = StopReason.FINAL_OUTPUT;
    finish(move, reason, RunResult.builder(move.setup.runId(), reason).text(text));
  }

  static void fail(Move move, Throwable failure) {
    completeWithout(move);
    StopReason reason = StopReason.FAILED;
    finish(move, reason, RunResult.builder(move.setup.runId(), reason).failure(failure));
  }

  private static void finish(Move move, StopReason reason, RunResult.Builder builder) {
    RunResult result = builder.steps(move.steps).messages(move.messages).usage(move.usage).build();
    move.phase = reason == StopReason.AWAITING_APPROVAL ? Phase.SUSPENDED : Phase.ENDED;
    move.ended = reason;
    move.tell(new ExecutionComplete(move.header(), result));
    move.ask(new Effect.Finish(result));
  }
}
