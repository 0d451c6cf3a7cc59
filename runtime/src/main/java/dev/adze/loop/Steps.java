package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.event.ExecutionComplete;
import dev.adze.event.ExecutionStart;
import dev.adze.event.FinalOutput;
import dev.adze.event.RunResult;
import dev.adze.event.StepComplete;
import dev.adze.event.StepResult;
import dev.adze.event.StepStart;
import dev.adze.event.StopReason;
import dev.adze.loop.RunState.Phase;
import dev.adze.model.Message;
import dev.adze.model.ModelResponse;
import java.util.List;

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
    if (move.cancelling) {
      stop(move, StopReason.CANCELLED);
    } else {
      next(move);
    }
  }

  private static void next(Move move) {
    move.step++;
    move.attempt = 0;
    move.wasEmpty = false;
    move.pauses = 0;
    move.response = null;
    move.calls = List.of();
    move.tell(new StepStart(move.header()));
    askModel(move);
  }

  /** Asks the model, for the first time in the step or to go on with it. */
  static void askModel(Move move) {
    move.attempt++;
    move.phase = Phase.ASKING;
    ModelResponse paused = move.response;
    List<Message> conversation =
        paused == null ? move.messages : Move.with(move.messages, paused.message());
    move.ask(new Effect.CallModel(move.header(), move.attempt, conversation, CallIds.prefix(move)));
  }

  /** Ends a step whose calls are all complete, and goes on. */
  static void complete(Move move, ModelResponse response, List<CallResult> calls) {
    StepResult result = new StepResult(move.step, response, calls);
    move.addStep(result);
    move.tell(new StepComplete(move.header(), result));
  }

  /** Goes on after a step whose results are in the conversation. */
  static void proceed(Move move) {
    if (move.cancelling) {
      stop(move, StopReason.CANCELLED);
    } else if (move.step >= move.setup.maxSteps()) {
      stop(move, StopReason.MAX_STEPS);
    } else {
      next(move);
    }
  }

  static void stop(Move move, StopReason reason) {
    finish(move, RunResult.builder(move.setup.runId(), reason));
  }

  static void answer(Move move, String text) {
    move.tell(new FinalOutput(move.header(), text));
    finish(move, RunResult.builder(move.setup.runId(), StopReason.FINAL_OUTPUT).text(text));
  }

  static void fail(Move move, Throwable failure) {
    finish(move, RunResult.builder(move.setup.runId(), StopReason.FAILED).failure(failure));
  }

  private static void finish(Move move, RunResult.Builder builder) {
    RunResult result = builder.steps(move.steps).messages(move.messages).usage(move.usage).build();
    move.phase = Phase.ENDED;
    move.tell(new ExecutionComplete(move.header(), result));
    move.ask(new Effect.Finish(result));
  }
}
