package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.ModelResponse;
import dev.adze.model.ToolCall;
import dev.adze.model.ToolMessage;
import dev.adze.model.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The calls of a step, from the model's wish to the results in the conversation. */
final class Calls {
  private Calls() {}

  static void open(Move move, List<ToolCall> calls) {
    move.phase = RunState.Phase.CALLING;
    move.calls = new ArrayList<>();
    for (ToolCall call : calls) {
      CallState opened = Handoffs.opened(move, call);
      move.calls.add(opened);
      if (!opened.is(Phase.FINISHED)) {
        move.tell(new ToolCalled(move.header(), call));
      }
    }
    for (int i = 0; i < calls.size(); i++) {
      if (move.calls.get(i).is(Phase.FINISHED)) {
        continue;
      }
      move.toolCalls++;
      if (move.toolCalls > move.setup.limits().maxToolCalls().orElse(Integer.MAX_VALUE)) {
        complete(move, i, Results.beyondLimit(move, move.calls.get(i)), Optional.empty());
      } else {
        prepare(move, calls.get(i));
      }
    }
    advance(move);
  }

  static void prepare(Move move, ToolCall call) {
    move.ask(new Effect.Prepare(move.active, call, Timing.ofPreparation(move, call)));
  }

  /** Notes what came of a check; when it was the last one, all calls go on together. */
  static void prepared(Move move, Prepared prepared) {
    int at = move.indexOf(prepared.callId(), Phase.REQUESTED);
    if (at < 0) {
      return;
    }
    move.calls.set(at, move.calls.get(at).prepared(prepared.preparation()));
    if (!move.any(Phase.REQUESTED)) {
      for (int i = 0; i < move.calls.size(); i++) {
        if (move.calls.get(i).is(Phase.PREPARED)) {
          judge(move, i);
        }
      }
      advance(move);
    }
  }

  private static void judge(Move move, int at) {
    CallState call = move.calls.get(at);
    if (call.preparation() instanceof Preparation.Ready ready) {
      Approving.judge(move, at, ready);
    } else {
      complete(move, at, Results.rejected(call), Results.error(call.preparation()));
    }
  }

  static void finished(Move move, ToolFinished finished) {
    int at = move.indexOf(finished.callId(), Phase.STARTED);
    if (at < 0) {
      return;
    }
    CallState call = move.calls.get(at);
    if (move.stop != null || call.overTime()) {
      move.ask(new Effect.CancelTimer(finished.callId()));
    }
    complete(move, at, Results.finished(move, call, finished), Results.error(finished.outcome()));
    advance(move);
  }

  static void complete(Move move, int at, CallResult result, Optional<Throwable> error) {
    move.calls.set(at, move.calls.get(at).finished(result));
    move.tell(new ToolCallComplete(move.header(), result, error));
  }

  /** Starts what may start; when there is nothing left to do, ends the step or suspends the run. */
  static void advance(Move move) {
    if (move.any(Phase.REQUESTED)) {
      return;
    }
    startWhatMay(move);
    if (move.calls.stream().allMatch(call -> call.is(Phase.FINISHED))) {
      close(move);
    } else if (!move.any(Phase.STARTED) && !move.any(Phase.AWAITING)) {
      // Only a decision that was put off can hold a call that is free to start.
      Steps.stop(move, StopReason.AWAITING_APPROVAL);
    }
  }

  /**
   * In the model's order and within the cap; a sequential call waits for all calls before it and
   * holds all calls after it until it is complete.
   */
  private static void startWhatMay(Move move) {
    long free =
        move.setup.maxParallelTools()
            - move.calls.stream().filter(call -> call.is(Phase.STARTED)).count();
    boolean openBefore = false;
    for (int i = 0; i < move.calls.size(); i++) {
      CallState call = move.calls.get(i);
      if (call.is(Phase.FINISHED)) {
        continue;
      }
      if (call.is(Phase.DECIDED) && free > 0 && !(call.sequential() && openBefore)) {
        start(move, i);
        free--;
      }
      if (call.sequential()) {
        return;
      }
      openBefore = true;
    }
  }

  private static void start(Move move, int at) {
    CallState call = move.calls.get(at).started();
    move.calls.set(at, call);
    if (call.starts() == 1) {
      move.tell(new ToolCallStart(move.header(), call.call(), call.arguments()));
    }
    move.ask(
        new Effect.RunTool(
            move.header(),
            call.call(),
            call.arguments(),
            call.approved(),
            call.starts(),
            Timing.ofTool(move, call)));
  }

  /** Puts the response and all results into the conversation, in the order of the calls. */
  private static void close(Move move) {
    List<CallResult> results = new ArrayList<>();
    List<ToolResult> read = new ArrayList<>();
    for (CallState call : move.calls) {
      CallResult result = Objects.requireNonNull(call.result());
      results.add(result);
      read.add(Results.asRead(result));
      if (!Handoffs.occurred(move, result)) {
        move.tell(new ToolOutputAdded(move.header(), result));
      }
    }
    List<CallState> calls = move.calls;
    ModelResponse response = Objects.requireNonNull(move.response);
    move.addMessage(response.message());
    move.addMessage(new ToolMessage(read));
    Steps.complete(move, response, results);
    Handoffs.follow(move, calls);
    Steps.proceed(move);
  }
}
