package dev.adze.loop;

import dev.adze.event.CallResult;
import dev.adze.event.McpApprovalRequested;
import dev.adze.event.StopReason;
import dev.adze.event.ToolCallComplete;
import dev.adze.event.ToolCallStart;
import dev.adze.event.ToolOutputAdded;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Outcome;
import dev.adze.loop.LoopInput.Preparation;
import dev.adze.loop.LoopInput.Prepared;
import dev.adze.loop.LoopInput.ToolFinished;
import dev.adze.model.AssistantMessage;
import dev.adze.model.AssistantPart;
import dev.adze.model.McpApproval;
import dev.adze.model.McpApprovalMessage;
import dev.adze.model.McpApprovalRequest;
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

  static void open(Move move, AssistantMessage message) {
    move.phase = Progress.Phase.CALLING;
    move.calls = new ArrayList<>();
    for (AssistantPart part : message.parts()) {
      if (part instanceof ToolCall call) {
        move.calls.add(Handoffs.opened(move, call));
      } else if (part instanceof McpApprovalRequest asked) {
        move.calls.add(CallState.requested(HostedCalls.call(asked)));
        move.tell(new McpApprovalRequested(move.header(), asked));
      }
    }
    for (int i = 0; i < move.calls.size(); i++) {
      CallState call = move.calls.get(i);
      if (call.is(Phase.FINISHED)) {
        continue;
      }
      if (!HostedCalls.isHosted(move, call) && isBeyondLimit(move)) {
        complete(move, i, Results.beyondLimit(move, call), Optional.empty());
      } else {
        prepare(move, move.calls.get(i));
      }
    }
    advance(move);
  }

  /** Counts a call, and says whether it is one too many. */
  private static boolean isBeyondLimit(Move move) {
    move.toolCalls++;
    return move.toolCalls > move.setup.limits().maxToolCalls().orElse(Integer.MAX_VALUE);
  }

  /** Has a call checked; one that was decided needs nothing to be decided by. */
  static void prepare(Move move, CallState call) {
    Optional<String> server =
        HostedCalls.find(move.response, call.call().id()).map(McpApprovalRequest::server);
    move.ask(
        new Effect.Prepare(
            move.active,
            call.call(),
            server,
            call.given(),
            move.grants,
            call.answer() == null,
            Timing.ofPreparation(move, call)));
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
      if (call.starts() > 0 && call.inner() == null && !Resuming.mayRunAgain(ready.tool())) {
        complete(move, at, Results.interrupted(call), Optional.empty());
      } else {
        Approving.judge(move, at, ready);
      }
    } else if (call.answer() != null && call.edited() != null) {
      Approving.refuseEdit(move, at);
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
    boolean stopped = move.stop != null || call.overTime();
    if (stopped) {
      move.ask(new Effect.CancelTimer(finished.callId()));
    }
    if (finished.outcome() instanceof Outcome.Suspended suspended) {
      move.calls.set(at, call.suspended(suspended.inner()));
    }
    if (stopped || !move.calls.get(at).is(Phase.SUSPENDED)) {
      complete(move, at, Results.finished(move, call, finished), Results.error(finished.outcome()));
    }
    advance(move);
  }

  static void complete(Move move, int at, CallResult result, Optional<Throwable> error) {
    RunState inner = move.calls.get(at).inner();
    if (inner != null) {
      Nesting.close(move, inner);
    }
    CallState call = move.calls.get(at).finished(result);
    move.calls.set(at, call);
    if (!HostedCalls.isHosted(move, call)) {
      move.tell(new ToolCallComplete(move.header(), result, error));
    }
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
      if (call.is(Phase.DECIDED) && HostedCalls.isHosted(move, call)) {
        complete(move, i, Results.leftToProvider(call), Optional.empty());
      }
      if (move.calls.get(i).is(Phase.FINISHED)) {
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
    CallState decided = move.calls.get(at);
    CallState call = decided.started();
    move.calls.set(at, call);
    if (call.starts() == 1) {
      move.tell(new ToolCallStart(move.header(), call.call(), call.arguments()));
    }
    move.ask(
        new Effect.RunTool(
            move.header(),
            call.call(),
            call.given(),
            call.arguments(),
            call.approved(),
            call.starts(),
            Optional.ofNullable(decided.inner()),
            Timing.ofTool(move, call)));
  }

  /** Puts the response and all results into the conversation, in the order of the calls. */
  private static void close(Move move) {
    List<CallResult> results = new ArrayList<>();
    List<ToolResult> read = new ArrayList<>();
    List<McpApproval> approvals = new ArrayList<>();
    for (CallState call : move.calls) {
      CallResult result = Objects.requireNonNull(call.result());
      if (HostedCalls.isHosted(move, call)) {
        approvals.add(HostedCalls.approval(call));
        continue;
      }
      results.add(result);
      read.add(Results.asRead(call, result));
      if (!Handoffs.occurred(move, result)) {
        move.tell(new ToolOutputAdded(move.header(), result));
      }
    }
    List<CallState> calls = move.calls;
    ModelResponse response = Objects.requireNonNull(move.response);
    move.addMessage(response.message());
    if (!read.isEmpty()) {
      move.addMessage(new ToolMessage(read));
    }
    if (!approvals.isEmpty()) {
      move.addMessage(new McpApprovalMessage(approvals));
    }
    Steps.complete(move, response, results);
    Handoffs.follow(move, calls);
    Steps.proceed(move);
  }
}
