package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.CallResult;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolCalled;
import dev.adze.event.ToolOutputAdded;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.DecisionMade;
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
      move.calls.add(CallState.requested(call));
      move.tell(new ToolCalled(move.header(), call));
    }
    for (ToolCall call : calls) {
      move.ask(new Effect.Prepare(call));
    }
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
        judge(move, i);
      }
      advance(move);
    }
  }

  private static void judge(Move move, int at) {
    CallState call = move.calls.get(at);
    if (!(call.preparation() instanceof Preparation.Ready ready)) {
      complete(move, at, Results.rejected(call), Results.error(call.preparation()));
    } else if (ready.approvalNeeded()) {
      ApprovalRequest request = request(move, call.call(), ready);
      move.calls.set(at, call.awaiting());
      move.tell(new ToolPermissionRequest(move.header(), request));
      move.ask(new Effect.AskApproval(request));
    } else {
      move.calls.set(at, call.decided(false));
    }
  }

  private static ApprovalRequest request(Move move, ToolCall call, Preparation.Ready ready) {
    return new ApprovalRequest(
        move.setup.runId(),
        move.setup.agent(),
        call.id(),
        ready.tool(),
        ready.arguments(),
        ready.preview());
  }

  static void decided(Move move, DecisionMade made) {
    int at = move.indexOf(made.callId(), Phase.AWAITING);
    if (at < 0) {
      return;
    }
    CallState call = move.calls.get(at);
    Decision decision = Results.decision(made.answer());
    String by = Results.decidedBy(made.answer());
    move.tell(new ToolPermissionDecision(move.header(), call.call().id(), decision, by));
    if (decision instanceof Decision.Approved) {
      move.calls.set(at, call.decided(true));
    } else {
      complete(move, at, Results.denied(call, made.answer()), Optional.empty());
    }
    advance(move);
  }

  static void finished(Move move, ToolFinished finished) {
    int at = move.indexOf(finished.callId(), Phase.STARTED);
    if (at < 0) {
      return;
    }
    if (move.cancelling) {
      move.ask(new Effect.CancelTimer(finished.callId()));
    }
    CallState call = move.calls.get(at);
    complete(
        move,
        at,
        Results.finished(call, finished, move.cancelling),
        Results.error(finished.outcome()));
    advance(move);
  }

  static void complete(Move move, int at, CallResult result, Optional<Throwable> error) {
    move.calls.set(at, move.calls.get(at).finished(result));
    move.tell(new ToolCallComplete(move.header(), result, error));
  }

  /** Starts what may start; when there is nothing left to do, ends the step. */
  static void advance(Move move) {
    startWhatMay(move);
    if (move.calls.stream().allMatch(call -> call.is(Phase.FINISHED))) {
      close(move);
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
    CallState call = move.calls.get(at);
    move.calls.set(at, call.started());
    move.tell(new ToolCallStart(move.header(), call.call(), call.arguments()));
    move.ask(new Effect.RunTool(move.header(), call.call(), call.arguments(), call.approved()));
  }

  /** Puts all results into the conversation, in the order of the calls. */
  private static void close(Move move) {
    List<CallResult> results = new ArrayList<>();
    List<ToolResult> read = new ArrayList<>();
    for (CallState call : move.calls) {
      CallResult result = Objects.requireNonNull(call.result());
      results.add(result);
      read.add(Results.asRead(result));
      move.tell(new ToolOutputAdded(move.header(), result));
    }
    ModelResponse response = Objects.requireNonNull(move.response);
    move.addMessage(new ToolMessage(read));
    Steps.complete(move, response, results);
    Steps.proceed(move);
  }
}
