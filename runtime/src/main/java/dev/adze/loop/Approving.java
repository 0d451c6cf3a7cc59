package dev.adze.loop;

import dev.adze.approval.ApprovalRequest;
import dev.adze.approval.Decision;
import dev.adze.event.ToolPermissionDecision;
import dev.adze.event.ToolPermissionRequest;
import dev.adze.loop.CallState.Phase;
import dev.adze.loop.LoopInput.Answer;
import dev.adze.loop.LoopInput.DecisionMade;
import dev.adze.loop.LoopInput.Preparation;
import java.util.Optional;

/** Whether a checked call may run: by itself, by a decision that was made, or not before one is. */
final class Approving {
  private Approving() {}

  static void judge(Move move, int at, Preparation.Ready ready) {
    CallState call = move.calls.get(at);
    Preparation.Ready before = call.before();
    Answer answer = call.answer();
    boolean unchanged = before != null && isSame(before, ready);
    if (answer != null && unchanged) {
      settle(move, at, answer);
    } else if (ready.approvalNeeded() || (before != null && before.approvalNeeded())) {
      ask(move, at, ready);
    } else {
      move.calls.set(at, call.decided(false));
    }
  }

  /** A decision is for these arguments of this tool as it was, and for nothing else. */
  private static boolean isSame(Preparation.Ready before, Preparation.Ready now) {
    return before.arguments().equals(now.arguments()) && before.tool().equals(now.tool());
  }

  private static void ask(Move move, int at, Preparation.Ready ready) {
    CallState call = move.calls.get(at);
    ApprovalRequest request =
        new ApprovalRequest(
            move.setup.runId(),
            move.active,
            call.call().id(),
            ready.tool(),
            ready.arguments(),
            ready.preview());
    move.calls.set(at, call.awaiting());
    move.tell(new ToolPermissionRequest(move.header(), request));
    move.ask(new Effect.AskApproval(request, Timing.ofApproval(move, call.call())));
  }

  static void decided(Move move, DecisionMade made) {
    int at = move.indexOf(made.callId(), Phase.AWAITING);
    if (at >= 0) {
      settle(move, at, made.answer());
      Calls.advance(move);
    }
  }

  private static void settle(Move move, int at, Answer answer) {
    CallState call = move.calls.get(at);
    Decision decision = Results.decision(answer);
    String by = Results.decidedBy(answer);
    move.tell(new ToolPermissionDecision(move.header(), call.call().id(), decision, by));
    if (decision instanceof Decision.Approved) {
      move.calls.set(at, call.decided(true));
    } else if (decision instanceof Decision.Deferred) {
      move.calls.set(at, call.deferred());
    } else {
      Calls.complete(move, at, Results.denied(call, answer), Optional.empty());
    }
  }
}
